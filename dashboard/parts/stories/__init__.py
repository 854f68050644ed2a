"""Stories on screen: the queue of the moderator, and what of them others see."""
