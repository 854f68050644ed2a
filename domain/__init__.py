"""What a support point does: one module per noun, functions are verbs, one transaction opened by the door."""
