"""Sentence structures that fit many tasks, so that a structure met in one task is known in all.

A task adds its own nouns and verbs: `*noun_frames("degree", "[the polynomial] {f}")`,
`*verb_frames("expand", "expanded", "expanding", "{f}")`. `without` leaves out frames that hold one of its texts:
those that do not suit the task, or that its held-out phrasing is built like. Sets that many tasks leave out have names
here: `without=(*GOT_OR_OWNED, "what exactly")`.
"""

from __future__ import annotations

from collections.abc import Sequence

_NOUN = (
    "{find} the @N of @X@A",
    "@N of @X@A",
    "{must_find} the @N of @X@A",
    "{wonder} what the @N of @X@A @is",
    "the @N of @X@A @is what",
    "what exactly @is the @N of @X@A",
    "for @X, {get} the @N@A",
    "for @X, what @is the @N@A",
    "{consider} @X. {find} <the|its> @N@A",
    "{consider} @X. <now|next|then> {get} <the|its> @N@A",
    "@X. <what @is|give|find|state|i need> its @N@A",
    "@X is given. {find} <the|its> @N@A",
    "here is @X. i need <the|its> @N@A",
    "i have @X and <need|want|am looking for|must find|have to give> its @N@A",
    "<starting with|starting from|looking at|working with> @X, {find} <the|its> @N@A",
    "<wanted|to find|sought|required|asked>: [the] @N of @X@A",
    "the @N of @X@A @is <to be <found|determined|calculated|computed>|wanted|needed|asked for>",
    "@N@A: @X",
    "@N for @X@A",
    "@X: <find|give|compute|determine> <the|its> @N@A",
    "@X, @N@A",
    "<given|for|with|in the case of|taking|considering> @X, what @is <the|its> @N@A",
    "if <i have|you have|we are given|we start with> @X, what @is <the|its> @N@A",
    "<say|explain|show me> what the @N of @X@A @is",
    "what @N <do you|do i|does one|do we> get for @X@A",
    "<compute|find|determine|calculate|work out> the @N <belonging to|that belongs to> @X@A",
    "<my|our> <task|homework|exercise|job> is to find the @N of @X@A",
    "<is there a way to find|how does one find|how would you find|how can i get|how to find> the @N of @X@A",
)
_VERB = (
    "@V @X",
    "please @V @X",
    "@V: @X",
    "@V @X <for me|step by step>",
    "<i have to|i need to|i must|i want to|i should|we have to|we need to|we are asked to|i was told to> @V @X",
    "<the task is to|my homework is to|our exercise is to|try to|help me|help me to> @V @X",
    "<can|could|would|will> you <please|> @V @X",
    "how <do i|do you|can i|does one|should i|would you|to> @V @X",
    "<take|consider|look at|have a look at> @X and @V <it|this>",
    "{consider} @X. [now|then|please] @V <it|this>",
    "@X, @V <it|this|that>",
    "@X: @V <it|this>",
    "@X <has to|should|must|is to|needs to> be @P",
    "@X @P",
    "<show|tell> me how to @V @X",
    "what <do i get when i|do you get when you|comes out when you|is the result when you|would i get if i> @V @X",
    "if <you|i|we> @V @X, what <do you get|is the result|comes out|is the answer>",
    "[the|give the|what is the|find the] result of @G @X",
    "after @G @X, what <do you have|remains|is the result|do you get>",
    "@G @X <gives|yields|leads to|results in> what",
    "<start|begin> with @X and @V it",
    (
        "@X is to be @P. <what do you get|what do i get|what is the result|what comes out|what is the "
        "answer|give the result|what does that give>"
    ),
    (
        "<we|i|you> @V @X. <what do you get|what do i get|what is the result|what comes out|what is the "
        "answer|give the result|what does that give>"
    ),
    "i am <@G|trying to @V> @X. what should <i get|come out|the result be>",
    "what does @X <become|look like|turn into> when @P",
    "what is @X <when|once|after it is> @P",
    "<write down|give me|i need|show me> @X @P",
)

# nouns
GOT_OR_OWNED = ("what @N", "belongs to")  # "what rank do you get for", "the rank that belongs to"
INTRODUCED = (  # the thing comes before the noun: "consider …. find its rank"
    "{consider}", "@X. <what", "@X is given", "here is", "i have @X", "starting with", "if <i", "for @X", "<given|for",
)  # fmt: skip
NOT_OF = (*GOT_OR_OWNED, *INTRODUCED, "@X, @N", "@X: <find", "@N@A: @X")  # leaves "the rank of …"

# verbs
SAYS_IT = ("and @V", "@X, @V", "@X: @V", ". [now")  # "take … and convert it"
THING_ALONE = (*SAYS_IT, "@P", "@V: @X")  # for things that only continue the verb: "convert {n} degrees to radians"

_TOLD = (
    "@S. @Q",
    "@S. <so|and so|well then,|now,> @Q",
    "<so|ok|ok so|well|right>, @S. @Q",
    "@S; @Q",
    "@Q <if|when|given that|assuming|assuming that|provided that|knowing that|supposing> @T",
    "@Q, <if|given that|assuming that|when we know that|in case> @T",
    "if @T, @Q",
    "if @T then @Q",
    "<when|given that|assuming|knowing that|seeing that|since|supposing|provided that> @T, @Q",
    "<assume|imagine|let's say|we know that|it is known that|i know that|you are told that|say> @T. @Q",
    "@Q? @S",
    "@Q? <well,|i know that|we know that|all i know is that|it says that> @T",
    "@S. {tell} @I",
    "{tell} @I <if|when|given that|knowing that|assuming that> @T",
    "@S. {wonder} @I",
    "{wonder} @I <if|when|given that|provided that> @T",
    "<work|figure|find> out @I <if|when|given that> @T",
    "<my <teacher|friend|sister|boss|uncle|tutor> asks|someone asks|the <book|exercise|sheet> asks> @I <if|when> @T",
    "the <question|task|exercise|problem> is @I <if|when|given that> @T",
    "<from|on> the <sheet|test|exam|worksheet|homework>: @S. @Q",
    "<here is|this is> the <situation|problem|story>: @S. @Q",
    "<known|given|we know|what we know|data|facts>: @S. <wanted|asked|to find|unknown|find>: @W",
    "<wanted|asked|to find|looking for|needed>: @W. <known|given|we know|what we know>: @S",
    "{find} @W <if|when|given that|for the case that|provided that> @T",
    "{must_find} @W <if|when|given that> @T",
    "@S. {find} @W",
    "@S. {must_find} @W",
    "@S. <what's|whats|what is> @W",
    "@T, <what's|whats|so what is|{what_is}> @W",
    "<what's|whats|what is> @W <if|when|given that|assuming> @T",
    "<what will|what would|what must|what should> @W be <if|when|given that> @T",
    "@S. what <will|would|must> @W be",
    "@W <if|when> @T",
    "@S: @W",
    "@W? @S",
    "@S. <no idea|not sure|i forgot|i don't see|i don't know> how to <get|find|work out|calculate> @W",
    "<how do i|how do you|how can i|how would one|how does one|how to> <work out|calculate|find|get> @W <if|when> @T",
    "@S. how <do i|do you|can i|does one|would you> <work out|get|calculate|find> @W [from this]",
    "<give me|just give me|i just need|need|i want|quick:> @W <if|when> @T",
    "@S. <i just need|need|just give me|give me> @W",
    "<could|can|would> you <please|kindly|> <work out|calculate|tell me|figure out> @W <if|when|given that> @T",
    "@S. <could|can|would> you <please|kindly|> <work out|calculate|tell me|figure out> @W",
    "@S. <please|kindly> <work|figure|find> out @I",
    "<given|using|with> the fact that @T, {get} @W",
    "<from the fact that|knowing only that> @T, <work out|deduce|derive|conclude> @W",
    "<i am|we are|i was> asked for @W. @S",
    "@S. <i am|we are|i was> asked for @W",
    "<it is|it's> <known|given|said> that @T. <i|we> <want|need|have> to <find|know|work out> @W",
    "<i|we> <want|need|have> to <find|know|work out|calculate> @W. <i|we> know that @T",
)
_TOLD_LABELS = (
    "@L. {find} @W",
    "@L: @W",
    "@L, @W",
    "@L. @Q",
    "@L, @Q",
    "@W <for|with|given|from>: @L",
    "{find} @W <for|with|given|from> @L",
    "<with|given|having|taking> @L, @Q",
    "<with|given|for|using|taking> @L, {what_is} @W",
    "<data|known|given|values|numbers>: @L. {find} @W",
    "@L, @W = ?",
    "@L, @W?",
    "@W? @L",
    "<using|taking|starting from> @L, {get} @W",
    "@Q <with|given> @L",
    "{must_find} @W <with|given|from> @L",
    "{wonder} @I <with|given> @L",
    "<i have|here is|we have> @L and <need|want|must find> @W",
)


def noun_frames(
    noun: str, thing: str, after: str = "", *, plural: bool = False, several: bool = False, without: Sequence[str] = ()
) -> tuple[str, ...]:
    """Templates that ask for "the `noun` of `thing` `after`"; `plural` nouns, `several` things.

    Raises ValueError where no noun frame holds a text of `without`.
    """
    values = {"@N": noun, "@X": thing, "@A": f" {after}" if after else "", "@is": "are" if plural else "is"}
    if plural:
        values["{find}"] = "<{get}|{get}|what are>"
    if several:
        values |= {
            " its ": " their ",
            "|its>": "|their>",
            " is given": " are given",
            ", @N": ": @N",
            "here is @X": "here are @X",
            "{consider}": "{consider_all}",
        }
    return _filled("noun", _NOUN, values, without)


def verb_frames(verb: str, participle: str, gerund: str, thing: str, *, without: Sequence[str] = ()) -> tuple[str, ...]:
    """Templates that ask to `verb` the `thing`; ValueError where no verb frame holds a text of `without`."""
    return _filled("verb", _VERB, {"@V": verb, "@P": participle, "@G": gerund, "@X": thing}, without)


def told_frames(
    told: str,
    question: str,
    asked: str,
    wanted: str,
    labels: str = "",
    *,
    sentences: str = "",
    without: Sequence[str] = (),
) -> tuple[str, ...]:
    """Templates that tell something and ask about it, in either order and in one sentence or several.

    `told` is a clause that "if" may open, `question` asks directly, `asked` is the same after "tell me", `wanted` the
    noun with its article, `labels` what is given in a few words; `sentences` tells it as sentences where these differ.
    Raises ValueError where no told frame holds a text of `without`.
    """
    values = {"@T": told, "@S": sentences or told, "@Q": question, "@I": asked, "@W": wanted, "@L": labels}
    return _filled("told", _TOLD + _TOLD_LABELS if labels else _TOLD, values, without)


def _filled(kind: str, frames: Sequence[str], values: dict[str, str], without: Sequence[str]) -> tuple[str, ...]:
    for text in without:
        if not any(text in frame for frame in frames):
            raise ValueError(f"no {kind} frame holds {text!r}, so it cannot be left out")
    filled = []
    for frame in frames:
        if any(text in frame for text in without):
            continue
        for name, value in reversed(values.items()):  # the words before the names that they hold
            frame = frame.replace(name, value)
        filled.append(frame)
    return tuple(filled)
