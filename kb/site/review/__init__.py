"""The pages on which a signed-in person takes an article in (/propose) and decides on what it may claim, one proposal at a time (/review).

Only those who may add facts see the queue, and nobody sees it in public mode. A decision is a run of kind `review`. The form carries a
digest of the proposal, so that nobody decides on one that has changed since the page was shown.
"""
