"""Files from outside: looked into in a cell of their own, believed only for what was found there."""
