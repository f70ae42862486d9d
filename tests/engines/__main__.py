"""`python -m tests.engines [NAME…]`: make the environments that are missing."""

import sys

from tests.engines.environments import main

main(sys.argv[1:])
