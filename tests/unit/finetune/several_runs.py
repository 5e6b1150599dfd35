"""Fine-tuning runs one after another in processes that torchrun started: starting those is most of the time.

    torchrun --nproc-per-node 2 several_runs.py JOBS.json

A job is {"data", "run", "settings": [overrides], "resume": false}.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from finetune.recipe import load_recipe
from finetune.train.distributed import processes
from finetune.train.sft import FineTuner

if __name__ == "__main__":
    with processes("cpu") as group:
        for job in json.loads(Path(sys.argv[1]).read_text()):
            recipe = load_recipe("sft-debug", job["settings"])
            FineTuner(recipe, Path(job["data"]), Path(job["run"]), group, resume=job.get("resume", False)).train()
