"""Who fits whom: plain functions on plain data, each rule 0..1, each score with its reasons."""
