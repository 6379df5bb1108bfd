"""The counter: where citizens are received and money is taken."""
