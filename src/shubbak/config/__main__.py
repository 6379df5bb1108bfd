"""`python -m shubbak.config VERB`: the command line where the script is not installed."""

import sys

from .command import main

sys.exit(main())
