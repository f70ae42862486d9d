"""Forms and the JSON API that change the base: each request is one run of the signed-in actor, by the functions of the command line."""
