"""Tags of the counter's templates."""
