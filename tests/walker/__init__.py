"""The walker: every service driven from submission to every end over the API. `make walk` walks them all."""
