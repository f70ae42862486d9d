"""python -m kb: the same as the command kb."""

from kb.cli import main

main(prog_name="kb")
