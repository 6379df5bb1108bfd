"""Citizens' files: from the first word at the window to the paper in the hand, or the reasoned no."""
