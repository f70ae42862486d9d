"""How far a searching test goes."""

from hypothesis import settings


def examples(usually: int) -> int:
    """How many examples a test draws: few where the whole suite runs, as many as `make explore` asks for where it searches on."""
    return settings().max_examples if settings.get_current_profile_name() == "explore" else usually
