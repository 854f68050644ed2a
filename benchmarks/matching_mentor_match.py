"""The peer `mentor-match`, alone with its own library: it has the name `matching` for itself.

`python -I -S benchmarks/matching_mentor_match.py DIR`; the problem comes as JSON, every place of a buddy as a mentor.
"""

import json
import resource
import sys
import time


def main() -> None:
    sys.path.insert(0, sys.argv[1])
    from matching.mentee import Mentee  # type: ignore[import-not-found] # noqa: PLC0415 - only there
    from matching.mentor import Mentor  # type: ignore[import-not-found] # noqa: PLC0415
    from matching.process import process_data  # type: ignore[import-not-found] # noqa: PLC0415

    given = json.load(sys.stdin)
    worth = {(parent, place): points for parent, place, points in given["worth"]}

    class Allowed:
        def apply(self, match) -> int:  # type: ignore[no-untyped-def] # noqa: ANN001
            points = worth.get((match.mentee.email, match.mentor.email))
            match.disallowed = points is None
            return points or 0

    mentees = [Mentee(email=one, grade=1) for one in given["parents"]]
    mentors = [Mentor(email=one, grade=1) for one in given["places"]]
    clock, processor = time.perf_counter(), time.process_time()
    process_data(mentors, mentees, [[Allowed()]])
    took = (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000
    total = sum(worth[mentee.email, one.email] for mentee in mentees for one in mentee.mentors)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"took": took, "peak_mb": peak, "worth": total}))


if __name__ == "__main__":
    main()
