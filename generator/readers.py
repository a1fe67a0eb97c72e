"""What processes that read articles begin with: the stages and the language model, loaded.

`workers.prepare` has this module loaded by the process that they are forked from, so that the model
is loaded once however many they are, and lies in memory once.
"""

from __future__ import annotations

import gc
from contextlib import suppress

from generator import reading
from generator.errors import DatelineError

with suppress(DatelineError):  # without a model, whoever reads says so
    reading.language_model()
gc.freeze()  # a collection would write to all that is shared
