"""Questions that are not answered: other subjects, chat, proofs, missing or contradictory data. Words only, no box."""

from __future__ import annotations

import re
from random import Random

from mathcoder_kernel.problems.expression import Sym, equation, expr, matrix, polynomial, scaled
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import noun_frames, told_frames
from mathcoder_kernel.problems.functions import some_polynomial
from mathcoder_kernel.problems.lexicon import GOODS, NAMES, variables
from mathcoder_kernel.problems.phrasing import Slot, phrase
from mathcoder_kernel.problems.problem import Words
from mathcoder_kernel.problems.solutions import number

NOT_TRAINED = (
    "I was not trained for this kind of question.",
    "This is not a question that I can compute.",
    "I can only do school mathematics, so I cannot answer this.",
    "Sorry, I was not trained for this.",
)
NO_PROOFS = (
    "I cannot write proofs; I can only compute.",
    "I was not trained to prove statements, only to compute.",
)
MISSING = (
    "This cannot be answered: something is missing in the question.",
    "There is not enough information to answer this.",
    "The question does not say enough to compute an answer.",
)


WORLD = (
    "what is the capital of {country}",
    "who was the first president of {country}",
    "how many people live in {country}",
    "which language do they speak in {country}",
    "what is the weather like <today|tomorrow|now> in {city}",
    "how do i get to {city}",
    "<when|in which year> was {person} born",
    "who was {person}",
    "what did {person} discover",
    "who wrote {book}",
    "what is {book} about",
    "why is the {thing} {colour}",
    "what does {word} mean in {language}",
    "translate {word} <to|into> {language}",
    "how do you spell {word}",
    "what is the {best} <movie|song|game|book|car|phone>",
    "who won the <world cup|championship|election|race> <last year|this year|in {year}>",
    "when did <world war|the war in {country}> <start|end>",
    "what <do {animal} eat|sound do {animal} make>",
    "how long do {animal} live",
    "where do {animal} sleep",
    "name a {colour} <fruit|animal|flower|bird>",
    "what time is it in {city}",
    "explain <photosynthesis|gravity|democracy|evolution|inflation|the internet|poetry|electricity>",
    "how does a <computer|car|phone|plane|fridge> work",
    "what is the chemical formula of <water|salt|sugar|rust|ammonia>",
    "what are the ingredients of <a cake|bread|pizza|soup>",
    "what is the longest river <in|of> {country}",
    "what is the highest mountain <in|of> {country}",
    "which countries <border|are next to|are neighbours of> {country}",
    "where is {country} [on the map]",
    "where is {city} located",
    "in which country is {city}",
    "what is the population of <{city}|{country}>",
    "what currency <is used|do people use> in {country}",
    "what are the colours of the flag of {country}",
    "what is {country} famous for",
    "what food <is typical of|do people eat in> {country}",
    "who is the <president|king|queen|prime minister> of {country}",
    "how big is {country}",
    "what is the national anthem of {country}",
    "which sea is near {country}",
    "is it <warm|cold|raining|sunny|snowing> in {city} <now|today>",
    "will it <rain|snow> <tomorrow|at the weekend|next week> in {city}",
    "what is the temperature in {city}",
    "do i need an umbrella in {city} <today|tomorrow>",
    "how do people say {word} in {language}",
    "how do you say {word} in {language}",
    "<say|write> {word} in {language}",
    "what is the {language} word for {word}",
    "what is the plural of {word}",
    "give me a synonym <for|of> {word}",
    "what is the opposite of {word}",
    "is {word} a <noun|verb|adjective>",
    "put the sentence i like {topic} into the past tense",
    "correct the grammar in this sentence: he {word} not like it",
    "use the word {word} in a sentence",
    "what rhymes with {word}",
    "when did {person} <die|live>",
    "where was {person} born",
    "why is {person} famous",
    "what is the most famous work of {person}",
    "tell me about the life of {person}",
    "who <discovered america|invented the telephone|invented the light bulb|painted the mona lisa|built the pyramids>",
    "what caused the <first world war|french revolution|fall of rome|great depression>",
    "in <which|what> year did <the berlin wall fall|rome fall|the titanic sink|man land on the moon>",
    "name the <planets|continents|oceans|seasons> [please]",
    "which planet is <the largest|closest to the sun|red>",
    "how far <is|away is> the <moon|sun|nearest star>",
    "why <do birds sing|do leaves fall|is the sea salty|do cats purr|do we dream|does it rain|is snow white>",
    "what is <dna|an atom|a black hole|a volcano|an earthquake|a virus|climate change|artificial intelligence>",
    "how <do plants grow|do fish breathe|are stars born|do volcanoes erupt|does the heart work|do magnets work>",
    "how many <bones are in the human body|teeth does a shark have|legs does a spider have|hearts does an "
    "octopus have>",
    "where <do|can> {animal} live",
    "can {animal} <swim|fly|see in the dark|climb>",
    "what is the fastest <animal|car|train|bird>",
    "what is the difference between a <frog and a toad|virus and a bacterium|lake and a sea|noun and a verb>",
    "which vitamins are in <oranges|carrots|milk|eggs>",
    "how do i <cook|bake|make> <rice|pasta|bread|a cake|an omelette|pancakes|soup>",
    "give me a recipe for <bread|soup|pizza|pancakes|a chocolate cake|salad>",
    "who <sings|wrote|composed> <yesterday|imagine|the ninth symphony|the magic flute>",
    "who <plays|is> the main <actor|character> in {book}",
    "who is the author of {book}",
    "summarize {book}",
    "when <does|did> the <film|match|concert|show> <start|end>",
    "who scored the most goals <last year|in {year}>",
    "how many players are in a <football|basketball|volleyball> team",
    "what are the rules of {game}",
    "what happened in {year}",
    "what day is <christmas|easter|thanksgiving> <this year|next year>",
    "what <time|day> is it <now|today|>",
    "what is today's date",
    "how much does a <phone|car|house|flight to {city}> cost in {country}",
    "what is the stock price of <apple|google|tesla>",
    "what is the exchange rate of the <dollar|euro|pound> today",
    "what is the newest <phone|game|car|film>",
    "which <religion|language|culture> is the oldest",
    "which <song|film|team> is number one <now|this week>",
)
WORLD_HELD_OUT = (
    "is {city} bigger than {city}",
    "which river flows through {city}",
    "how old is {person}",
    "do {animal} like {colour} flowers",
    "which flag has {country}",
)


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split(", "))


_LISTS: dict[str, tuple[str, ...]] = {
    "country": _words(
        "france, germany, spain, italy, japan, china, india, brazil, canada, mexico, egypt, kenya, peru, norway, "
        "poland, turkey, greece, chile, australia, ireland, portugal, sweden, finland, denmark, russia, austria, "
        "switzerland, belgium, hungary, vietnam, thailand, indonesia, nigeria, ghana, ethiopia, morocco, "
        "argentina, colombia, cuba, iceland, iran, israel, nepal, pakistan, korea, new zealand, south africa, "
        "the usa, england, scotland"
    ),
    "city": _words(
        "paris, london, berlin, rome, madrid, tokyo, new york, cairo, lima, oslo, vienna, delhi, sydney, moscow, "
        "toronto, lisbon, athens, dublin, prague, warsaw, stockholm, istanbul, mumbai, beijing, seoul, bangkok, "
        "nairobi, lagos, boston, chicago, los angeles, san francisco, mexico city, rio, hamburg, munich, milan, "
        "barcelona"
    ),
    "person": _words(
        "einstein, newton, mozart, napoleon, marie curie, picasso, shakespeare, gandhi, cleopatra, columbus, "
        "darwin, beethoven, lincoln, euler, gauss, van gogh, leonardo da vinci, galileo, tesla, edison, "
        "churchill, caesar, alexander the great, mandela, martin luther king, bach, goethe, plato, aristotle, "
        "marco polo, queen victoria, michael jackson, messi, taylor swift, elon musk, anne frank, joan of arc"
    ),
    "book": _words(
        "hamlet, faust, the bible, harry potter, don quixote, moby dick, the odyssey, romeo and juliet, 1984, "
        "dracula, the lord of the rings, the hobbit, pinocchio, the little prince, frankenstein, robinson "
        "crusoe, alice in wonderland, macbeth, the jungle book, war and peace, titanic, star wars"
    ),
    "thing": _words(
        "sky, grass, sea, sun, snow, moon, blood, rose, leaf, fire, wall, house, cloud, apple, desert, ice, coal, gold"
    ),
    "colour": _words("blue, green, red, yellow, white, black, orange, pink, purple, grey, brown"),
    "word": _words(
        "house, dog, love, school, water, necessary, friend, hello, thank you, tree, window, mother, bread, sun, "
        "moon, night, happy, beautiful, chair, to run, to sleep, goodbye, please, brother, street, summer, rain, "
        "money, computer, strawberry, wednesday, because"
    ),
    "language": _words(
        "french, german, spanish, latin, italian, chinese, english, russian, portuguese, arabic, greek, dutch, "
        "polish, turkish, swedish, japanese, korean, hindi, swahili, danish"
    ),
    "best": _words(
        "best, most popular, cheapest, most beautiful, coolest, newest, biggest, smallest, oldest, fastest, "
        "strangest, tallest, most dangerous, most expensive"
    ),
    "animal": _words(
        "cats, dogs, lions, whales, birds, elephants, snakes, bees, horses, bears, frogs, ants, tigers, rabbits, "
        "owls, dolphins, sharks, spiders, penguins, monkeys, mice, sheep, cows, turtles, wolves, foxes, ducks, "
        "giraffes, butterflies, snails, parrots, crocodiles"
    ),
}


_BEFORE_VOWEL = re.compile(r"\ba (?=(?!us|uni)[aeiou])")


def _filled(rng: Random, text: str) -> str:
    for name, values in _LISTS.items():
        while "{" + name + "}" in text:
            text = text.replace("{" + name + "}", rng.choice(values), 1)
    return _BEFORE_VOWEL.sub("an ", text.replace("{year}", str(rng.randint(1950, 2025))))


def _worded(sources: tuple[str, ...], held_out: tuple[str, ...], rng: Random) -> dict[str, Slot]:
    """One slot for training templates and one for held-out ones: both come with every instance."""
    return {"q": phrase(_filled(rng, rng.choice(sources))), "h": phrase(_filled(rng, rng.choice(held_out)))}


def _instance(rng: Random, sources: tuple[str, ...], held_out: tuple[str, ...], reasons: tuple[str, ...]) -> Instance:
    return Instance(_worded(sources, held_out, rng), (Words(rng.choice(reasons)),))


ASKED = (
    "{q}",
    "{q}",
    "[please] {q}",
    "can you tell me {q}",
    "i want to know {q}",
    "question: {q}",
    "do you know {q}",
    "{q}",
    "i have a question: {q}",
    "for <school|history|english|my project|biology|geography> i need this: {q}",
    "my <teacher|friend|sister|father> asks {q}",
    "<hey|hi|hello>, {q}",
    "<so|ok|and|but|now>, {q}",
    "one more <thing|question>: {q}",
    "help me with this: {q}",
    "not maths, but {q}",
    "just out of interest, {q}",
    "quiz: {q}",
    "{q} - i really need to know",
    "{q}, <do you know|any idea>",
    "i wonder: {q}",
    "could you please answer this: {q}",
)
ASKED_HELD_OUT = ("{h}", "<tell me|say>, {h}")


@task("refusals", "refusal_other_subject", ASKED, ASKED_HELD_OUT, weight=4)
def other_subject(rng: Random) -> Instance:
    """Geography, history, languages, nature."""
    return _instance(rng, WORLD, WORLD_HELD_OUT, NOT_TRAINED)


CHAT = (
    "how are you [today]",
    "hello",
    "hi there",
    "hey",
    "good <morning|evening|night>",
    "who are you",
    "what is your name",
    "who made you",
    "<tell|write> me a <joke|story|riddle> [about {animal}]",
    "write <an essay|a poem|a song|a letter|an email|a story> about {topic}",
    "write <a short|a long|a nice> <poem|story|text> about {topic}",
    "do you <like|love|know> {topic}",
    "what do you think <about|of> {topic}",
    "i am <bored|tired|sad|happy|hungry> [today]",
    "what should i <eat|do|wear|read|watch> <today|tonight|tomorrow>",
    "do my homework",
    "thanks",
    "thank you [very much]",
    "you are <wrong|great|stupid|funny>",
    "sing a song about {topic}",
    "can you <dance|sing|cook|draw|swim|drive>",
    "draw a picture of {topic}",
    "play {game} with me",
    "give me advice about {topic}",
    "summarise the book {book}",
    "<who will win|what do you think about> the next election",
    "what is the meaning of life",
    "is there life on other planets",
    "asdf <jkl|qwer|> [sdf]",
    "bla bla [bla]",
    "the {thing} is {colour} and the {thing} is {colour}",
    "if {animal} were {colour}, would they dance",
    "how is it going",
    "how was your day",
    "what's up",
    "good to <see|meet> you",
    "nice to meet you, i am {person}",
    "see you <later|tomorrow>",
    "bye [bye]",
    "goodbye",
    "<sorry|oh|ok|okay|cool|great|wow|hmm|yes|no|maybe>",
    "lol",
    "<ha ha|haha>",
    "what can you do",
    "what are you <doing|thinking|wearing>",
    "how old are you",
    "where do you <live|come from>",
    "do you have <friends|feelings|a family|a dog|a name>",
    "what is your favourite <colour|food|film|song|animal|number>",
    "are you <happy|tired|smart|married|real> [today]",
    "can you <hear|see|help|love|understand> me",
    "can we be friends",
    "i <love|hate|miss> <you|school|maths|mondays|{topic}>",
    "i do not <understand|like> {topic}",
    "i feel <sad|great|lonely|sick|angry|nervous> [today]",
    "i had a <bad|great|long> day",
    "my <dog|cat|friend|brother> is <ill|funny|missing>",
    "guess what <happened|i did today>",
    "let's play {game}",
    "tell me <a secret|something funny|a fun fact|a bedtime story>",
    "make me laugh",
    "entertain me",
    "write <a poem|a rap|a haiku|a speech|a diary entry|lyrics> for <my mother|my teacher|a birthday|a wedding>",
    "write a <letter|message|card> to my <teacher|grandmother|boss|friend>",
    "write <a story|a fairy tale|a scene> in which {animal} <talk|fly|save the world>",
    "compose a song about {animal}",
    "give me <ideas|tips> for a <party|present|holiday|school project|birthday>",
    "which <film|series|song|restaurant> do you recommend",
    "recommend <a film|a song|a game|a restaurant> for tonight",
    "plan <a trip to {city}|my holiday|a party|my week> [for me]",
    "book <a flight|a hotel|a table> in {city}",
    "order <a pizza|some food|a taxi> [for me]",
    "call <my mother|a taxi|the police>",
    "set <an alarm|a timer|a reminder> [for tomorrow]",
    "send <an email|a message> to {person}",
    "open <the window|the door|my email|a new tab>",
    "turn <on|off> the <light|music|tv>",
    "play <some music|a song|a video>",
    "show me <a picture|a video|photos> of {topic}",
    "translate this [for me]",
    "summarise this text [for me]",
    "<check|correct|rewrite> my <essay|text|letter|homework>",
    "describe <a sunset|your dream house|{topic}>",
    "pretend <you are|to be> {person}",
    "imagine you are {person}. what would you say",
    "what would {person} say about {topic}",
    "who is better, {person} or {person}",
    "which is better, {topic} or {topic}",
    "is {topic} <good|bad|important|fun>",
    "why do people like {topic}",
    "<why|how> <are we here|do we fall in love|is life so hard|did the universe begin>",
    "do <ghosts|aliens|dragons|unicorns> exist",
    "what happens <after death|in the future|tomorrow>",
    "is this <the right place|a joke|a test>",
    "blah [blah]",
    "<qwerty|lorem ipsum|xyz xyz|test|testing|abc abc>",
    "the {animal} ate the {thing}",
    "{colour} {animal} sleep on the {thing}",
)
CHAT_HELD_OUT = (
    "compose a letter to {person}",
    "are you <a robot|human|alive>",
    "recommend a book about {topic}",
    "tell me something about {topic}",
    "let us talk about {topic}",
)
_LISTS |= {
    "topic": _words(
        "love, summer, football, my dog, the sea, music, friendship, school, {person}, {country}, {animal}, "
        "climate change, winter, cars, space, politics, art, history, fashion, cooking, travel, computers, my "
        "school, my best friend, the moon, autumn, rain, birthdays, video games, pizza, money, happiness, the "
        "future, robots, dinosaurs, trains, {city}"
    ),
    "game": _words(
        "chess, cards, tic tac toe, football, hide and seek, scrabble, poker, basketball, checkers, monopoly, "
        "volleyball, minecraft"
    ),
}
_LISTS = {"topic": _LISTS["topic"], **_LISTS}  # topics name other lists, so they are filled first


@task(
    "refusals",
    "refusal_chat",
    (
        "{q}",
        "{q}",
        "please {q}",
        "hey, {q}",
        "now {q}",
        "ok, {q}",
        "{q}",
        "{q}",
        "<well|oh|hmm|hi|hello|listen>, {q}",
        "i am <bored|done with maths|tired>. {q}",
        "forget maths. {q}",
        "<enough maths|no maths now|a break>. {q}",
        "{q} <my friend|buddy|dear computer|robot>",
        "{q} <right now|at once|if you can>",
        "before we start, {q}",
        "one thing first: {q}",
    ),
    ("{h}", "so, {h}"),
    weight=4,
)
def chat(rng: Random) -> Instance:
    """Small talk, essays, nonsense."""
    return _instance(rng, CHAT, CHAT_HELD_OUT, NOT_TRAINED)


PROVE = (
    "prove that {statement}",
    "<show|prove> that {statement}",
    "give a proof that {statement}",
    "why is it true that {statement}",
    "prove by induction that {statement}",
    "prove: {statement}",
    "how can one prove that {statement}",
    "write a proof of {theorem}",
    "prove {theorem}",
    "explain the proof of {theorem}",
    "state and prove {theorem}",
    "can you prove {theorem}",
    "demonstrate formally why {statement}",
    "show why {statement}",
    "give me a proof of the fact that {statement}",
    "can you show that {statement}",
    "write down a proof that {statement}",
    "explain why {statement}",
    "explain with a proof why {statement}",
    "prove or disprove: {statement}",
    "is it true that {statement}? prove it",
    "i have to prove that {statement}",
    "we want to prove that {statement}. how does it work",
    "how would you prove {theorem}",
    "find a proof of {theorem}",
    "give the proof of {theorem}",
    "outline a proof of {theorem}",
    "why does {theorem} hold",
    "show me the proof of {theorem}",
    "help me prove {theorem}",
    "use induction to show that {statement}",
    "prove by contradiction that {statement}",
    "verify that {statement} with a proof",
)
PROVE_HELD_OUT = (
    "demonstrate that {statement}",
    "i need a rigorous argument for {theorem}",
    "derive {theorem} from the axioms",
)
_LISTS |= {
    "statement": _words(
        "there are infinitely many primes, the square root of 2 is irrational, pi is irrational, e is "
        "irrational, every even number greater than 2 is a sum of two primes, the sum of two odd numbers is "
        "even, the angles of a triangle add up to 180 degrees, every group of prime order is cyclic, a "
        "continuous function on a closed interval has a maximum, the product of two even numbers is even, n^3 "
        "- n is divisible by 6, n^2 + n is even for all n, every bounded sequence has a convergent "
        "subsequence, the empty set is unique, there is no largest number, a differentiable function is "
        "continuous, the reals are uncountable, every prime greater than 2 is odd, the square "
        "of an odd number is odd, the square root of 3 is irrational, the sum of the first n odd numbers is n^2, the "
        "diagonals of a rectangle are equal, every integer has a unique prime factorization, the sum of two rational "
        "numbers is rational, the product of three consecutive integers is divisible by 6, a number is divisible by 3 "
        "if its digit sum is, the base angles of an isosceles triangle are equal, 2^n is greater than n for all n, "
        "the rational numbers are countable, every polynomial of odd degree has a real root, the intersection of two "
        "subspaces is a subspace, every finite set of reals has a maximum"
    ),
    "theorem": _words(
        "the pythagorean theorem, fermats last theorem, the fundamental theorem of algebra, the binomial "
        "theorem, the mean value theorem, the riemann hypothesis, the intermediate value theorem, the law of "
        "cosines, the quadratic formula, the chain rule, the twin prime conjecture, "
        "the law of sines, the product rule, the triangle inequality, the goldbach conjecture, "
        "the four colour theorem, "
        "the fundamental theorem of calculus, wilsons theorem, the squeeze theorem, the rational root theorem, "
        "fermats little theorem, the prime number theorem, the chinese remainder theorem, rolles theorem"
    ),
}


ASKED_PROOF = (
    "{q}",
    "{q}",
    "[please] {q}",
    "can you help me: {q}",
    "question: {q}",
    "<hey|hi|hello>, {q}",
    "<so|ok|now|next>, {q}",
    "my teacher asks: {q}",
    "for my <homework|exam|seminar|lecture>: {q}",
    "exercise: {q}",
    "{q} <rigorously|step by step|in detail|in a few lines>",
    "part <a|b|c>: {q}",
)


@task("refusals", "refusal_proof", ASKED_PROOF, ASKED_HELD_OUT)
def proof(rng: Random) -> Instance:
    """Proofs are beyond a small model."""
    return _instance(rng, PROVE, PROVE_HELD_OUT, NO_PROOFS)


@task(
    "refusals",
    "refusal_missing_data",
    (
        "{name} has {n} {goods} and gives some <away|to {other}>. how many {goods} <are left|does {name} have now>",
        "{name} buys some {goods} for {n} dollars. how much does one {good} cost",
        "{name} buys {n} {goods}. how much does {name} pay",
        "a car drives for {n} hours. how far does it go",
        "a train <travels|goes> {n} km. how long does it take",
        "{name} is older than {other}. {other} is {n}. how old is {name}",
        "a rectangle has a length of {n} cm. what is its area",
        "a triangle has a side of {n} cm. {find} its area",
        "{name} and {other} have some {goods} {together}. {name} has {n}. how many has {other}",
        "there are {n} {goods} in a box. how many are red",
        "a shop sells {goods}. on monday it sold {n}. how many did it sell on tuesday",
        "{name} has {n} {goods}. how old is {name}",
        "the price of a {good} rises by {n} percent. what is the new price",
        "{name} saves {n} dollars <each|every> week. when can {name} buy a {good}",
        "{name} reads {n} pages a day. how long does the book take",
        "{find} the mean of the numbers",
        "solve the equation [for x]",
        "{find} the derivative [of the function]",
        "{find} the {slope} of the line through the point ({n}, {m})",
        "{find} the area of the <rectangle|triangle|circle|square>",
        "{find} the value of x",
        "how much is {n} percent",
        "what is {n} divided by",
        "{n} plus",
        "integrate the function from {n} to {m}",
        "what is the probability of winning",
        "{name} invests {n} dollars. how much is it after some years",
        "a box of {goods} <weighs|has a mass of> {n} kg. how heavy is one {good}",
        "compute the determinant of the matrix",
        "{find} the next number after {n}",
        "i have some {goods} and buy {n} more. how many {goods} do i have now",
        "{name} has <some|a few|several|many|a lot of> {goods}. {other} has {n}. how many {goods} does {name} have",
        "{name} had {n} {goods} and lost <some|a few|several> of them. how many <are left|does {name} still have>",
        "{name} gave <some|a few|several> {goods} to {other}. now {name} has {n}. how many did {name} have at first",
        "there are {n} {goods} in the box. <some|a few|many> are taken out. how many remain",
        "{name} buys {goods} and pays with a {n} dollar note. how much change does {name} get",
        "{name} paid {n} dollars for <some|several|a few> {goods}. what was the price of one",
        "one {good} costs {n} dollars. {name} buys <some|a few|several|many> {goods}. how much does {name} pay",
        "how much do {n} {goods} cost",
        "what is the price of {n} {goods}",
        "how much is a {good}",
        "{goods} are on sale. {name} takes {n} of them. what does {name} have to pay",
        "{name} buys a {good} with a discount. the old price was {n} dollars. what is the new price",
        "a {good} is reduced by {n} percent. how much does it cost now",
        "a <shirt|phone|bike|lamp> costs {n} dollars plus tax. how much is that in all",
        "{name} wants to save for a {good}. {name} saves {n} dollars a week. how many weeks does it take",
        "{name} works {n} hours. how much does {name} earn",
        "{name} earns money every hour and works {n} hours. how much is the pay",
        "{name} earns {n} dollars an hour. how much money does {name} have after work",
        "a <car|bus|train|cyclist|plane> <travels|goes|drives> at {n} km per hour. how far does it get",
        "a <car|bus|train|cyclist|ship> <covers|travels|drives> {n} km. <what is its speed|how fast is it|how long "
        "does it take>",
        "a trip takes {n} hours. how long is the way in km",
        "how long does it take to travel {n} km",
        "how far can you get in {n} hours",
        "two trains start towards each other. one goes {n} km per hour. when do they meet",
        "{name} runs faster than {other}. {other} runs {n} km per hour. how fast is {name}",
        "{name} is <taller|smaller|heavier> than {other}, who is {n} cm tall. how tall is {name}",
        "{name} is {n} years old. how old is {other}",
        "{name} is {n} years old and has a younger brother. how old is the brother",
        "{name} will be older in a few years. now {name} is {n}. how old will {name} be then",
        "{name} is twice as old as {other}. how old are they",
        "{name} and {other} are {n} years old together. how old is {name}",
        "a <class|school> has {n} <students|pupils>. how many are girls",
        "some of the {n} people in the room are children. how many are adults",
        "{n} people come to a party and some leave early. how many are still there",
        "a <rectangle|field|garden> is {n} m long. what is its <area|perimeter>",
        "a rectangle has an area of {n} square cm. how long are its sides",
        "the perimeter of a rectangle is {n} cm. what is its area",
        "a triangle has a base of {n} cm. how large is its area",
        "two sides of a triangle are {n} cm and {m} cm. what is its perimeter",
        "a right triangle has a side of {n} cm. how long is the hypotenuse",
        "one angle of a triangle is {n} degrees. how big are the other two angles",
        "a box is {n} cm long and {m} cm wide. what is its volume",
        "a cylinder has a radius of {n} cm. {find} its volume",
        "a cone is {n} cm high. what is its volume",
        "a circle is bigger than another with radius {n} cm. what is its area",
        "{find} the <circumference|area|radius|diameter> of the circle",
        "{find} the <volume|surface> of the <box|cube|ball|cylinder|cone>",
        "{find} the <perimeter|area> of <the field|my room|the garden|the figure>",
        "{name} <puts|deposits|invests> {n} dollars in a bank for {m} years. how much interest does {name} get",
        "{name} gets {m} percent interest {a_year}. how much money is it after {n} years",
        "how much interest does {n} dollars earn",
        "{find} the interest at {m} percent for {n} years",
        "{n} litres of acid are mixed with water. what is the concentration",
        "some {m}% acid is mixed with {n} litres of another acid. how strong is the mixture",
        "{name} can paint a room in {n} hours. how long does it take with the help of {other}",
        "a pipe fills a tank. another one needs {n} hours. how long do both need",
        "{n} workers build a house. how long do they need",
        "a machine makes {n} parts. how many does it make in a day",
        "for a cake {name} needs {n} g of flour and some sugar. how much sugar is that",
        "a recipe is for {n} people. how much flour is needed",
        "the ratio of cats to dogs is {n}:{m}. how many cats are there",
        "{n} people share some {goods} equally. how many does each one get",
        "{name} shares {n} {goods} with some friends. how many does each get",
        "{n} {goods} are put into boxes. how many boxes are needed",
        "some boxes hold {n} {goods} each. how many {goods} are there {in_all}",
        "{name} reads a book and has read {n} pages. how many are left",
        "a book has {n} pages. when is {name} done with it",
        "<a bag holds red and blue balls|there are red and blue balls in a bag>. {n} are red. what is the "
        "probability of drawing a red one",
        "what is the probability of drawing a red ball from a bag with {n} balls",
        "a number is larger than {n}. what is the number",
        "i think of a number. what is it",
        "i think of a number and add {n}. which number is it",
        "two numbers add up to {n}. what are the numbers",
        "the product of two numbers is {n}. which numbers are they",
        "the difference of two numbers is {n}. how large are they",
        "one number is {n} more than another. {find_them} numbers",
        "x + y = {n}. {get} x",
        "solve for x",
        "solve this <equation|system|inequality|problem> [for me]",
        "solve the <system|inequality|quadratic equation>",
        "{find} <x|the answer|the result|the missing number|the solution>",
        "<simplify|evaluate|factor|expand> the <expression|polynomial|term>",
        "<simplify|evaluate|factor|expand> it",
        "differentiate the function [at x = {n}]",
        "integrate the function",
        "what is the <slope|y-intercept> of the line",
        "{find} the <median|mode|range|average|mean|standard deviation> of <the data|my numbers|the list|these values>",
        "{find} the <inverse|rank|trace|eigenvalues> of the matrix",
        "{find} the dot product of the vectors",
        "{find} the distance between the two points",
        "{find} the midpoint between ({n}, {m}) and the other point",
        "{find} the <next number|rule> of the sequence",
        "the first term of a sequence is {n}. {find} the tenth term",
        "{find} the sum of the first {n} terms",
        "add {n} to the number",
        "multiply {n} by the other number",
        "what is {n} more than it",
        "what percent is {n}",
        "{n} percent of the number is what",
        "what is the square root",
        "{n} times",
        "{n} minus",
        "{n} divided by",
        "convert {n} units",
        "how many are there",
        "how much is it <altogether|in total|now>",
        "how many does {name} have",
        "how much money does {name} have left",
        "how old is {name}",
        "{name} owns <a few|some> {goods} and buys {n} more. how many does {name} own",
        *told_frames(
            "<{name} buys {n} {goods} and pays with a note|{goods} are sold one by one and {name} takes {n}|"
            "{name} pays for {n} {goods}>",
            "<how much is that|what is the total|how much does {name} pay>",
            "<how much that is|what {name} has to pay|what the total is>",
            "<the total price|the sum to pay|the change>",
        ),
        *told_frames(
            "<{name} had many {goods} and gave away {n}|{other} has more {goods} than {name}, who has {n}|"
            "some of {n} {goods} are broken|{name} and {other} own {goods}, and {name} owns {n}>",
            "<how many are left|how many does {other} have|how many is that {in_all}>",
            "<how many are left|how many {other} has|how many that is {in_all}>",
            "<the number of {goods} left|the number that {other} has|the total of both>",
        ),
        *told_frames(
            "<the price of a {good} falls by {n}%|a {good} is {n}% off|{n}% of the people said yes|"
            "a salary rises by {n}%|something grows by {n}%>",
            "<what is the new value|how much is that|what is it now>",
            "<what the new value is|how much that is|what it is now>",
            "<the new value|the amount|the number>",
        ),
        *told_frames(
            "<{name} puts {n} dollars in the bank for {m} years|{name} saves for {m} years and starts with {n} dollars|"
            "a bank pays {m} percent a year and {name} has savings|{name} borrows {n} dollars and pays interest>",
            "<how much is it in the end|how much interest is that|what is the final amount>",
            "<how much it is in the end|how much interest that is>",
            "<the final amount|the interest|the money in the end>",
        ),
        *told_frames(
            "<a sequence starts with {n}|the first term of an arithmetic sequence is {n}|"
            "a geometric sequence has the ratio {n}|the common difference is {n}>",
            "<what is term {m}|what is the sum of the first {m} terms|which number is at place {m}>",
            "<what term {m} is|what the first {m} terms add up to>",
            "<term {m}|the sum of the first {m} terms|the number at place {m}>",
        ),
        *told_frames(
            "<a car drives {n} km|a tap gives {n} litres a minute|{n} workers build a wall|"
            "a pipe fills a pool of {n} litres|{name} walks to a place that is {n} km away>",
            "<how long does it take|when is it done|how many hours is that>",
            "<how long it takes|when it is done|how many hours that is>",
            "<the time|the hours needed|the duration>",
        ),
    ),
    (
        "{name} owns a few {goods} and {other} owns {n}. how many do they own in all",
        "somebody walks with {n} km per hour. which distance is that",
        "one {good} is cheaper than {n} dollars. what is its price",
    ),
    weight=6,
)
def missing_data(rng: Random) -> Instance:
    """Word problems and commands from which something needed is missing."""
    name, other = rng.sample(NAMES, 2)
    good, goods = rng.choice(GOODS)
    slots: dict[str, Slot] = {
        "name": name,
        "other": other,
        "good": good,
        "goods": goods,
        "n": rng.randint(2, 200),
        "m": rng.randint(2, 40),
    }
    return Instance(slots, (Words(rng.choice(MISSING)),))


BEYOND = (
    "I was not trained for this kind of question.",
    "This topic is beyond what I was trained for.",
    "Sorry, I was not trained for this topic.",
)


# operations with the objects that they are asked of; {f} is a polynomial, {m} a matrix, # and % are numbers
_BEYOND_KINDS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        _words(
            "hilbert transform, mellin transform, hankel transform, wavelet transform, legendre transform, wronskian, "
            "pade approximant, chebyshev expansion, lyapunov exponent, julia set, bifurcation diagram, newton polygon, "
            "groebner basis, riemann surface, hypergeometric form, monodromy group, asymptotic expansion, "
            "total variation, sobolev norm, autocorrelation, power spectrum, convolution with itself"
        ),
        ("{f}", "the function {f}", "y = {f}", "the map {f}", "{f} on the interval from 0 to #"),
    ),
    (
        _words(
            "smith normal form, hermite normal form, schur form, spectral norm, condition number, numerical range, "
            "kronecker sum with itself, permanent, hessenberg form, drazin inverse, sylvester form, matrix logarithm"
        ),
        ("{m}", "the matrix {m}", "A = {m}"),
    ),
    (
        _words(
            "automorphism group, sylow subgroups, conjugacy classes, character table, class number, "
            "unit group, cohomology ring, ideal class group, composition series, galois closure, "
            "lattice of subgroups, derived series"
        ),
        (
            "the symmetric group on # letters",
            "the dihedral group of order #",
            "the field with # elements",
            "the ring of integers modulo #",
            "the cyclotomic field of order #",
            "a group of order #",
        ),
    ),
    (
        _words(
            "minimum spanning tree, maximum flow, adjacency spectrum, hamiltonian path, vertex cover, clique number, "
            "page rank, graph genus, longest path, maximum matching, independence number, cheapest tour"
        ),
        (
            "a graph with # nodes and % edges",
            "the complete graph with # vertices",
            "a tree with # leaves",
            "a network of # cities and % roads",
            "a random graph on # vertices",
        ),
    ),
    (
        _words(
            "principal components, posterior distribution, fisher information, kernel density, likelihood ratio, "
            "kaplan meier curve, bootstrap error, autoregressive model, p value, outliers, clusters, seasonal trend, "
            "shannon entropy, mutual information, decision tree, moving forecast"
        ),
        ("the data #, %, #", "a sample of # patients", "# measurements with noise %", "a survey of # people"),
    ),
    (
        _words(
            "geodesic, gaussian curvature, torsion, evolute, exterior derivative, tangent bundle, ricci tensor, "
            "parallel transport, pedal curve, envelope, genus, de rham cohomology, orientation, first fundamental form"
        ),
        (
            "a torus with radii # and %",
            "a surface of genus #",
            "the helix of radius # and pitch %",
            "a sphere of dimension #",
            "the hyperbolic plane",
            "the surface z = {f}",
        ),
    ),
    (
        _words(
            "huffman code, kolmogorov complexity, turing machine, minimal automaton, hash value, "
            "parity code, running time, syntax tree, public key, run length code, loop invariant"
        ),
        ("a file of # bytes", "the language with # words", "a list of # names", "a message of # letters"),
    ),
    (
        _words(
            "black scholes price, value at risk, duration, beta, option premium, yield curve, bond convexity, "
            "sharpe ratio, credit rating, tax bracket, market share, fair price"
        ),
        ("a stock at # dollars", "a bond with # years to run", "a portfolio of # shares", "a firm with % workers"),
    ),
)
_BODIES = _words(
    "wire, spring, gas, liquid, metal rod, magnet, coil, capacitor, rocket, planet, star, crystal, balloon, pump, "
    "turbine, battery, lamp, mirror, prism, string, pipe, wing, engine, magnet, solution, acid, cell, nucleus, beam"
)
_MEASURES = _words(
    "# volts, # kelvin, # newtons per metre, # moles, # hertz, # tesla, # pascal, # joules per kelvin, # watts, "
    "a charge of # coulomb, # decibels, a pressure of # bar, a wavelength of # nm, # turns, a frequency of # khz, "
    "a temperature of # degrees, a spin of #, # lumens, a viscosity of #, a stiffness of #"
)
_QUANTITIES = _words(
    "torque, viscosity, reynolds number, refractive index, specific heat, enthalpy, gibbs energy, entropy, "
    "equilibrium constant, reaction rate, oxidation number, buoyancy, drag, luminosity, redshift, capacitance, "
    "inductance, magnetic flux, resonance frequency, heat loss, emissivity, yield strength, efficiency, polarity, "
    "binding energy, ionisation energy, conductivity, elasticity, thrust, lift"
)
_CROWDS = _words(
    "dogs, taxis, piano tuners, teachers, bicycles, trees, restaurants, left handed people, pizzas eaten a day, "
    "windows, bridges, schools, birds, phones, students, hospitals, books"
)


@task(
    "refusals",
    "refusal_beyond_scope",
    (
        "{find} the laplace transform of {f}",
        "{find} the fourier series of {f}",
        "<draw|sketch> the graph of {f} by hand",
        "{find} the curvature of y = {f} at x = {n}",
        "{evaluate} the contour integral of {f} around the unit circle",
        "{find} the galois group of {f}",
        "{find} the singular value decomposition of {m}",
        "{find} the jordan normal form of {m}",
        "{find} the lu decomposition of {m}",
        "solve the partial differential equation u_t = {n} u_xx",
        "how many groups of order {n} are there",
        "{find} the homology groups of the sphere of dimension {n}",
        "{find} the residue of 1/({f}) at x = {n}",
        "is {f} irreducible over the field with {n} elements",
        "{find} the eigenfunctions of the operator {f}",
        "design a circuit with {n} resistors",
        "write a python game with {n} levels",
        "balance the reaction of {n} mol of hydrogen and oxygen",
        "a force of {n} newton acts on a beam. {find} the stress tensor",
        "{find} the line integral of the vector field ({f}, y) along the circle of radius {n}",
        "{find} the surface area of the solid when y = {f} is rotated about the x axis",
        "what is the wavelength of light with energy {n} ev",
        "run a t test on the data {n}, {k}, {l}",
        "{find} the z transform of {f}",
        "<calculate|determine|find> the inverse laplace transform of {f}",
        "<calculate|determine|find> the fourier transform of {f}",
        "expand {f} in <a laurent series|legendre polynomials|a fourier series on the interval from 0 to {n}>",
        "<apply|use> <greens|stokes|gauss> theorem to the field ({f}, {n}y)",
        "{find} the <divergence|curl> of the vector field ({f}, y, {n}z) on a manifold",
        "{find} the christoffel symbols of the metric with g = {n}",
        "{find} the hausdorff dimension of the set of zeros of {f}",
        "{find} the <qr|cholesky|polar> decomposition of {m}",
        "{find} the <minimal polynomial|matrix exponential|pseudoinverse> of {m}",
        "is {m} in the lie group of dimension {n}",
        "{find} the fundamental group of the torus with {n} holes",
        "{find} the knot polynomial of a knot with {n} crossings",
        "{find} the splitting field of {f}",
        "is the ring of integers modulo {n} a <principal ideal domain|field|noetherian ring>",
        "{find} all ideals of the ring of integers modulo {n}",
        "how many <isomorphism classes of|> abelian groups <have order {n}|of order {n} are there>",
        "{find} the green function of the operator {f}",
        "solve the <heat|wave|schroedinger> equation with initial value {f}",
        "solve the integral equation with kernel {f}",
        "{find} the euler lagrange equation of the functional {f}",
        "minimise the functional of {f} over all curves of length {n}",
        "{find} the stationary distribution of a markov chain with {n} states",
        "{find} the maximum likelihood estimate for {n}, {k}, {l}",
        "fit a neural network to {n}, {k}, {l}",
        "do a <regression analysis|chi squared test|anova|hypothesis test> with {n}, {k}, {l}",
        "{find} a 95% confidence interval for {n}, {k}, {l}",
        "{find} the nash equilibrium of the game {m}",
        "use the simplex method to maximise {n}x + {k}y under {l} constraints",
        "find the shortest path in a graph with {n} nodes and {k} edges",
        "{find} the chromatic number of a graph with {n} vertices",
        "colour the map of {n} countries with four colours",
        "what is the <ph|pressure|boiling point> of a solution with {n} g of salt",
        "what is the <molar mass|boiling point|density> of compound number {n} in the table",
        "how many electrons does element {n} have",
        "what is the half life of <uranium|carbon 14> in {n} degree water",
        "a current of {n} ampere flows through a coil. {find} the magnetic field",
        "a resistor of {n} ohm and a capacitor are in series. {find} the impedance",
        "a beam of {n} m carries a load of {k} kn. {find} the bending moment",
        "a stone of {n} kg falls on the moon. {find} the impact force",
        "a lens has a focal length of {n} cm. where is the image",
        "a gas of {n} mol is heated to {k} kelvin. {find} the entropy",
        "a satellite circles the earth in {n} km. {find} its orbital speed",
        "{find} the moment of inertia of a disc with radius {n}",
        "how much energy does a reactor of {n} megawatt lose by radiation",
        "what is the de broglie wavelength of an electron with {n} ev",
        "<plot|draw|sketch> {f} [from -{n} to {n}]",
        "show me <the graph|a plot|a picture> of {f}",
        "construct a triangle with compass and ruler from {n} cm and {k} cm",
        "construct a <regular polygon|tangent|circle> with {n} corners using only a ruler and compass",
        "draw a <pie chart|bar chart|histogram|box plot> of {n}, {k}, {l}",
        "make a table of values and a graph for {f}",
        "write a proof that {f} has a zero",
        "explain in {n} words why {f} is continuous",
        "what did mathematicians think about {f} in the year {n}",
        "who <found|invented> the formula {f}",
        "what is the lebesgue integral of {f} over the rationals below {n}",
        "which manifolds of dimension {n} are compact",
        "what is the euler characteristic of a surface with {n} holes",
        "show that {f} is a measurable function",
        "is the set of {n} points measurable",
        *noun_frames("{advanced}", "{object}"),
        *told_frames(
            "<a {body} has {measure} and {measure2}|{measure} and {measure2} are measured for a {body}|"
            "a {body} with {measure} is brought to {measure2}>",
            "<what is its {quantity}|how large is its {quantity}|what {quantity} does it have>",
            "<what its {quantity} is|how large its {quantity} is>",
            "<its {quantity}|the {quantity}|the {quantity} of the {body}>",
            "<{body}, {measure}, {measure2}|{measure} and {measure2}>",
        ),
        "<estimate|guess|say roughly> how many <{crowd}> there are in {where}",
        "how many <{crowd}> are there in {where}, roughly",
        "<describe|interpret|comment on|discuss|summarise> {object} in <words|a few sentences|your own words>",
        "<compare|rank|sort> {object} and {object2} by their {advanced}",
        "<simulate|model|optimise|predict|train a model on> {object} [for {n} steps]",
        "<which|what> is the <best|right|standard> method for the {advanced} of {object}",
        "<give|show> me <an example|a counterexample|a sketch> of {object} whose {advanced} is {n}",
    ),
    (
        "which manifold has dimension {n} and euler characteristic {k}",
        "is the function {f} lebesgue measurable",
        "{get} a schur decomposition of {m}",
    ),
    weight=4,
)
def beyond_scope(rng: Random) -> Instance:
    """Mathematics and science that no family covers."""
    operations, objects = rng.choice(_BEYOND_KINDS)
    n, k = rng.randint(2, 60), rng.randint(2, 90)
    one, two = rng.sample(_MEASURES, 2)
    slots: dict[str, Slot] = {
        "advanced": phrase(rng.choice(operations)),
        "object": phrase(rng.choice(objects).replace("#", str(n)).replace("%", str(k))),
        "object2": phrase(rng.choice(objects).replace("#", str(k)).replace("%", str(n))),
        "body": rng.choice(_BODIES),
        "measure": phrase(one.replace("#", str(n))),
        "measure2": phrase(two.replace("#", str(k))),
        "quantity": rng.choice(_QUANTITIES),
        "crowd": phrase("|".join(_CROWDS).join("<>")),
        "where": rng.choice((*_LISTS["city"], *_LISTS["country"])),
        "f": some_polynomial(rng, Sym("x")),
        "m": matrix([[number(rng, 9) for _ in range(2)] for _ in range(2)]),
        "n": rng.randint(2, 60),
        "k": rng.randint(2, 90),
        "l": rng.randint(2, 90),
    }
    return Instance(slots, (Words(rng.choice(BEYOND)),))


CONTRADICTION = (
    "This has no solution: the statements contradict each other.",
    "There is no solution, because the statements contradict each other.",
)


@task(
    "refusals",
    "refusal_contradiction",
    (
        "{get} {x} <if|when> {one} and {two}",
        "{given} {one} and {two}, {get} {x}",
        "solve {one} and {two} for {x}",
        "{one}, {two}, {x} = ?",
        "what is {x} <if|when> {one} and {two}",
        "{x} <satisfies|solves> {one} and also {two}. {get} {x}",
        "{tell} what {x} is <if|when> {one} and {two}",
        "find {x} so that {one} and {two}",
        "is there a value of {x} with {one} and {two}? which one",
        "<solve|work out> {x} from {one} and {two}",
        "{one} and {two}. what is {x}",
        "{one}. {two}. {find} {x}",
        "solve for {x}: {one} and {two}",
        "we know {one} and {two}. {get} {x}",
        "we are told that {one} and that {two}. how much is {x}",
        "for which {x} do we have {one} and {two} <at the same time|together|both>",
        "<solve the system|the system is> {one} and {two}",
        "simultaneous equations: {one} and {two}",
        "the same {x} fulfils {one} and {two}. {find} it",
        "which {x} <solves|satisfies|fulfils> {one} as well as {two}",
        "my teacher wrote {one} and {two}. what is {x}",
        "let {one} and also {two}. then {x} = ?",
        "my two equations are {one} and {two}. {find} {x}",
        "if {one} and at the same time {two}, <what is|how much is> {x}",
        "{one}; {two}; {x} = ?",
    ),
    ("both {one} and {two} hold. how much is {x}",),
    weight=0.8,
)
def contradiction(rng: Random) -> Instance:
    """The same side with two values."""
    x = Sym(variables(rng, 1)[0])
    side = polynomial((rng.randint(1, 6), number(rng, 9)), x) if rng.random() < 0.7 else scaled(rng.randint(1, 9), x)
    a = number(rng, 30)
    b = a + rng.choice((-7, -3, -1, 1, 2, 5, 10))
    slots: dict[str, Slot] = {"x": x, "one": equation(side, expr(a)), "two": equation(side, expr(b))}
    return Instance(slots, (Words(rng.choice(CONTRADICTION)),))


CODING = (
    "write a <program|script|function> in {code} that {does}",
    "write {code} code that {does}",
    "write a {code} <class|module> for {app}",
    "how do i <sort|reverse|copy|print|filter> a <list|string|file> in {code}",
    "how do i <install|learn|run|update> {code}",
    "what is a <loop|variable|pointer|class|compiler|function> in {code}",
    "what is the difference between {code} and {code}",
    "which is better, {code} or {code}",
    "<fix|debug|explain|improve|review> my {code} code",
    "why does my {code} program <crash|not work|stop|give an error>",
    "my {code} code does not <compile|run|work>",
    "what does this {code} error mean",
    "make <a website|an app|a game> for {app}",
    "build me <a website|an app|a bot> for {app}",
    "design a database for {app}",
    "write <an sql query|a regular expression|a shell script> that {does}",
    "translate this program from {code} <to|into> {code}",
    "convert my code to {code}",
    "write <a test|documentation|comments> for my {code} <function|program|class>",
    "how can i <hack|protect|speed up> <a website|my computer|a server>",
    "set up <a server|git|docker|a network> [for me]",
    "my <computer|phone|printer|laptop> is <slow|broken|not working>, what now",
    "how do i <reset|change> my <password|email address>",
    "teach me {code}",
    "give me an example of a {code} program",
)
CODING_HELD_OUT = (
    "i need some {code} that {does}",
    "can {code} be used to make {app}",
    "my boss wants a {code} tool for {app}",
)
_LISTS |= {
    "code": _words(
        "java, javascript, c++, rust, html, sql, go, php, ruby, swift, css, kotlin, bash, python, excel, perl"
    ),
    "does": _words(
        "downloads a file, sorts names, sends an email, draws a circle, reads a web page, plays a sound, "
        "shows the weather, stores customers, opens a window, resizes images, counts visitors, encrypts a message, "
        "searches a text, backs up my files, checks a password"
    ),
    "app": _words(
        "a shop, my school, a library, a chat, a calendar, a hotel, photos, a music player, a bakery, football fans, "
        "a restaurant, my pets, a zoo"
    ),
}


@task("refusals", "refusal_coding", ASKED, ASKED_HELD_OUT, weight=2)
def coding(rng: Random) -> Instance:
    """Programs, computers, other people's code."""
    return _instance(rng, CODING, CODING_HELD_OUT, NOT_TRAINED)


ADVICE = (
    "should i <marry|leave|call|forgive> my <friend|boyfriend|girlfriend|boss|neighbour>",
    "should i <buy|sell> <a house|gold|shares|a car|bitcoin>",
    "should i <study|learn> {study}",
    "which <job|school|university|course> is <best|right> for me",
    "how do i become <rich|famous|happy|a doctor|a pilot|a teacher|stronger>",
    "how can i <lose weight|sleep better|stop smoking|make friends|be more confident|get fit>",
    "what should i <eat|drink|wear|say|cook> <for breakfast|at a wedding|when i am ill|at the interview>",
    "what <helps against|can i do about> {illness}",
    "i have {illness}. what should i <do|take>",
    "is {illness} dangerous",
    "which <pills|medicine|tea> should i take for {illness}",
    "how many pills against {illness} may i take",
    "my <head|stomach|back|tooth|knee> hurts. what is it",
    "can i <sue|report> my <neighbour|landlord|boss>",
    "is it <legal|illegal|allowed> to <park here|copy a film|drive without shoes|record a call> in {country}",
    "what is the law on {topic} in {country}",
    "how do i <write a will|get a passport|open a bank account|rent a flat|pay my taxes> in {country}",
    "who should i vote for",
    "how do i tell <her|him|my parents> that i <am in love|failed the exam|want to move out>",
    "my <friend|brother|sister|mother> is angry with me. what can i do",
    "nobody likes me. what should i do",
    "i am afraid of <exams|flying|the dark|spiders>. can you help",
    "how do i learn <faster|to swim|to drive|to cook|the piano|to dance>",
    "how can i get better <marks|at school|at sport>",
    "what present should i <buy|get> for my <mother|father|teacher|friend>",
    "what name should i give my <dog|cat|baby|band>",
    "where should i <go on holiday|live|spend the weekend>",
    "is {city} a good place to <live|study|go on holiday>",
    "which <phone|car|laptop|bike> should i buy",
    "will i <be rich|find love|pass the exam|be famous>",
    "what does my <dream|horoscope|future> mean",
    "what are the lottery numbers of next week",
    "how do i <clean|repair|fix> <a bike|a shirt|the sink|my shoes|a window>",
    "how do i <grow tomatoes|train a dog|feed a hamster|water a cactus>",
)
ADVICE_HELD_OUT = (
    "give me your opinion: is {study} worth it",
    "a doctor told me that i have {illness}, help",
    "would you move to {city}",
)
_LISTS |= {
    "study": _words("law, medicine, art, physics, biology, history, music, economics, philosophy, psychology, cooking"),
    "illness": _words(
        "a cold, a headache, fever, a cough, back pain, an allergy, a sore throat, toothache, flu, a broken arm, "
        "stress, insomnia"
    ),
}


@task("refusals", "refusal_advice", ASKED, ASKED_HELD_OUT, weight=2)
def advice(rng: Random) -> Instance:
    """Health, money, law, love and other things to ask people."""
    return _instance(rng, ADVICE, ADVICE_HELD_OUT, NOT_TRAINED)


@task(
    "refusals",
    "refusal_impossible",
    (
        "{find} <a|the> number that is <greater|larger|bigger> than {n} and <less|smaller> than {n}",
        "which number is <both|> greater than {n} and smaller than {n} at the same time",
        "x is <more|greater> than {n} and x is less than {n}. {find} x",
        "{find} an even number that is odd",
        "which <whole number|integer> is both even and odd",
        "name a number that is neither equal to {n} nor different from {n}",
        "{name} is older than {other}, and {other} is older than {name}. {name} is {n}. how old is {other}",
        "{name} is exactly as old as {other} but {n} years older. how old is {other}",
        "{name} has as many {goods} as {other}, but {n} more than {other}. how many does {other} have",
        "{name} has more {goods} than {other}, and {other} has more than {name}. how many {goods} has {name}",
        "{find} the area of a triangle with {four} sides",
        "a <circle|ball> has {n} corners. what is its area",
        "a square has sides of different length, {n} cm and {m} cm. {find} its area",
        "a rectangle has <five|six|three> corners and is {n} cm long. {find} its area",
        "a triangle has two right angles. how large is the third angle",
        "{find} a whole number between {n} and {after}",
        "which whole number lies between {n} and {after}",
        "{find} two positive numbers whose sum is -{n}",
        "{find} a positive number that is smaller than -{n}",
        "{find} an even prime number greater than {n}",
        "<today|yesterday> was both monday and friday. which day is it in {n} days",
        "a box is empty and holds {n} {goods}. how many {goods} are in the box",
        "{name} never had any {goods} and gave all {n} of them away. how many are left",
        "{n} = {m}. {find} x",
        "{n} equals {after}. what is x",
    ),
    (
        "can a number be above {n} and below {n}? then name it",
        "{name} and {other} have equally many {goods}, yet {name} has {n} more. count the {goods} of {name}",
        "how large is a triangle with {four} corners",
    ),
    weight=1.5,
)
def impossible(rng: Random) -> Instance:
    """Conditions that exclude each other by their words, not by a computation."""
    name, other = rng.sample(NAMES, 2)
    n = rng.randint(2, 90)
    slots: dict[str, Slot] = {
        "name": name,
        "other": other,
        "goods": rng.choice(GOODS)[1],
        "n": n,
        "after": n + 1,
        "m": n + rng.randint(1, 9),
        "four": rng.choice(("four", "4", "five", "5", "six", "8")),
    }
    return Instance(slots, (Words(rng.choice(CONTRADICTION)),))


# questions put together from everyday words, so that it is not the words that are declined but the kind of question
ANYTHING = (
    "what is a {noun}",
    "what is a {noun} <made of|used for|good for|called in {language}>",
    "what does a {noun} <do|look like|eat|need|sound like>",
    "what colour is <a|the|my> {noun}",
    "what is inside a {noun}",
    "what is the best {noun}",
    "what is your favourite {noun}",
    "what makes a {noun} {adjective}",
    "what should i do with my {noun}",
    "what do you think <of|about> my {noun}",
    "why is <a|the|my> {noun} [so] {adjective}",
    "why <can|should|does> a {noun} {verb}",
    "why do people {verb} a {noun}",
    "how do i {verb} <a|the|my> {noun}",
    "how can a {noun} {verb}",
    "how does a {noun} {verb}",
    "how {adjective} is a {noun}",
    "who invented the {noun}",
    "who {past} the {noun}",
    "when was the {noun} invented",
    "when should i {verb} the {noun}",
    "where <is|was> the {noun}",
    "where can i <buy|find|see|get> a {adjective} {noun}",
    "which {noun} is {adjective}",
    "which is more {adjective}, a {noun} or a {noun}",
    "is <a|the|my> {noun} {adjective}",
    "is a {noun} a {noun}",
    "are you a {adjective} {noun}",
    "can you {verb} <a|the|my> {noun}",
    "can a {noun} {verb}",
    "could you {verb} the {noun} for me",
    "do you <have|like|own|see> a {noun}",
    "does a {noun} {verb}",
    "did you {verb} the {noun}",
    "will the {noun} {verb}",
    "would a {noun} {verb} a {noun}",
    "should i {verb} <a|the|my> {noun}",
    "have you ever <seen|had|wanted> a {adjective} {noun}",
    "{verb} <a|the|my> {noun} [please|now]",
    "describe <a|the|your> {adjective} {noun}",
    "explain what a {noun} is",
    "tell me how to {verb} a {noun}",
    "write <a poem|a story|a song|a text|a joke> about a {adjective} {noun}",
    "draw a {adjective} {noun}",
    "give me a {adjective} name for my {noun}",
    "i {past} a {noun} <yesterday|today|last night>",
    "i want a {adjective} {noun}",
    "i am looking for a {adjective} {noun}",
    "my {noun} is {adjective}",
    "my {noun} <does not|will not|cannot> {verb}",
    "the {noun} {past} the {adjective} {noun}",
    "a {adjective} {noun} and a {adjective} {noun}",
    "{noun}",
    "{adjective} {noun}",
    "compare a {noun} <with|to> a {noun}",
    "what is the difference between a {noun} and a {noun}",
    "translate {adjective} {noun} into {language}",
    "name {n} kinds of {noun}",
    "list {n} reasons to {verb} a {noun}",
    "give me {n} <ideas|tips|facts> about <a|the> {noun}",
    "write {n} words about a {noun}",
    "write {n} sentences with the word {noun}",
    "tell me {n} jokes about a {noun}",
    "what are the top {n} <films|songs|games|books> about a {noun}",
    "what is <on channel|in room|on page> {n}",
    "who lives at number {n} in the street with the {noun}",
    "my {noun} is {n} years old. is it {adjective}",
    "i have {n} euros. which {noun} should i {verb}",
    "which bus goes to the {noun} at {n} past eight",
    "what happened {n} years ago to the {noun}",
)
ANYTHING_HELD_OUT = (
    "is it {adjective} to {verb} a {noun}",
    "a friend {past} my {noun}, what now",
    "any news about the {noun}",
    "think of {n} things to do with a {noun}",
)
_LISTS |= {
    "noun": _words(
        "castle, king, doctor, kitchen, river, bridge, forest, hospital, piano, guitar, sandwich, bicycle, "
        "camera, dragon, "
        "garden, mirror, pirate, rocket, ship, teacher, village, wizard, candle, carpet, island, jungle, "
        "ladder, museum, "
        "neighbour, ocean, pillow, robot, soldier, tiger, uncle, volcano, window, airport, bakery, cousin, "
        "desert, engine, "
        "farmer, ghost, hammer, insect, jacket, kitten, lawyer, monkey, newspaper, opera, planet, queen, "
        "rabbit, spider, "
        "theatre, umbrella, violin, waiter, zebra, actor, balloon, cactus, diamond, elephant, festival, giant, helmet, "
        "internet, jewel, lamp, mountain, nurse, painter, restaurant, sailor, telephone, vampire, wedding, "
        "battery, cloud, "
        "democracy, emotion, fairy, government, holiday, language, market, novel, password, religion, shadow, tractor, "
        "vaccine, whale, church, haircut, dentist, passport, tooth, salad, cheese, coffee, shoe, blanket, "
        "fridge, toaster"
    ),
    "verb": _words(
        "clean, love, paint, sell, break, cook, hide, open, wash, steal, repair, carry, visit, forget, believe, watch, "
        "follow, teach, feed, build, throw, climb, sing, sleep, fly, swim, burn, dance, laugh, grow, remember, "
        "drive, kiss, "
        "train, plant, hear, smell, taste, choose, wear, invite, help, catch, lose, find, borrow, decorate, understand"
    ),
    "past": _words(
        "cleaned, loved, painted, sold, broke, cooked, hid, opened, washed, stole, repaired, carried, visited, forgot, "
        "watched, followed, fed, built, threw, kissed, planted, heard, smelled, chose, invited, caught, lost, "
        "borrowed, saw"
    ),
    "adjective": _words(
        "old, beautiful, dangerous, expensive, funny, strange, happy, heavy, brave, clever, cold, dirty, "
        "famous, gentle, "
        "healthy, invisible, lazy, lonely, modern, noisy, polite, quiet, rich, sad, soft, tired, ugly, useful, "
        "warm, wild, "
        "young, broken, sweet, bitter, dark, bright, friendly, angry, hungry, loud, magic, secret, wet, dry, "
        "fresh, red, blue"
    ),
}


@task("refusals", "refusal_anything", ASKED, ASKED_HELD_OUT, weight=4)
def anything(rng: Random) -> Instance:
    """Everyday questions about whatever, some with a number in them."""
    slots = _worded(ANYTHING, ANYTHING_HELD_OUT, rng)
    return Instance({**slots, "n": rng.randint(2, 50)}, (Words(rng.choice(NOT_TRAINED)),))
