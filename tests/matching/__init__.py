"""Who fits whom: examples that a coordinator would check, and properties that hold for everybody."""
