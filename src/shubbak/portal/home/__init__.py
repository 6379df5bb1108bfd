"""The front page and what is said about Shubbak itself."""
