"""Shows problems: `python -m mathcoder_kernel.problems [TASK …] [--count N] [--seed N] [--held-out]`."""

from __future__ import annotations

import argparse
from itertools import islice

from mathcoder_kernel.problems.family import all_tasks, find_task, generate
from mathcoder_kernel.problems.problem import Code


def main() -> None:
    """Prints problems of the named tasks, or the list of tasks."""
    parser = argparse.ArgumentParser(prog="python -m mathcoder_kernel.problems", description=__doc__)
    parser.add_argument("tasks", nargs="*", help="task names; none: list them")
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--held-out", action="store_true", help="phrasings that training never sees")
    options = parser.parse_args()
    if not options.tasks:
        for task in all_tasks():
            print(f"{task.name:28} {task.topic:28} {len(task.phrasings)} + {len(task.held_out)} templates")
        return
    try:
        chosen = [find_task(name) for name in options.tasks]
    except KeyError as error:
        parser.error(error.args[0])
    for problem in islice(generate(options.seed, tasks=chosen, held_out=options.held_out), options.count):
        print(f"Q ({problem.phrasing}): {problem.question}")
        for step in problem.steps:
            print(
                "\n".join("    " + line for line in step.source.splitlines())
                if isinstance(step, Code)
                else step.template
            )
        print()


if __name__ == "__main__":
    main()
