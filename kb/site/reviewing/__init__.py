"""The pages on which a signed-in person takes an article in (/propose) and decides on what it may claim, one proposal at a time (/review).

Nobody but those who may add facts sees the queue, and nobody sees it in public mode. A decision is one run of kind `review`, and is only
taken from a page that showed the proposal as it is: the form carries a digest of it.
"""
