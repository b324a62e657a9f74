"""Become a program: drop to an ordinary account, ask to die with the supervisor, then exec.

Run as a file by a bare interpreter, because the account it drops to may not be able to read the
folder this file lies in. A `preexec_fn` would do the same inside a forked copy of a process that
has threads, which Python warns may deadlock.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Sequence

SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG, prctl(2)
CANNOT_RUN = 127  # the shell's status for a program that cannot be started


def command(
    program: Sequence[str],
    *,
    death_signal: int,
    ids: tuple[int, int] | None = None,
    folder: str = "/",
) -> list[str]:
    """The arguments that start ``program`` through this file.

    ``ids`` are a user and a group to become, None to stay; ``folder`` is the working folder.
    """
    uid, gid = ids or (-1, -1)
    words = [os.getpid(), int(death_signal), uid, gid, folder]
    return [sys.executable, "-I", "-S", __file__, *map(str, words), *program]


def die_with(parent: int, death_signal: int) -> None:
    """Have the kernel send us ``death_signal`` when the supervisor is gone, however it went."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SET_PARENT_DEATH_SIGNAL, death_signal, 0, 0, 0)
    if os.getppid() != parent:  # it went before we could ask
        sys.exit(CANNOT_RUN)


def become(uid: int, gid: int) -> None:
    """Give up root for an ordinary account; new files are its own alone."""
    if uid >= 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
        os.umask(0o077)


def as_in_a_fresh_process() -> None:
    """No signal is ignored or blocked.

    The interpreter ignores some, and a shell that puts us in the background others, SIGQUIT among
    them: a program that is told to end before it has handlers of its own would live on.
    """
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])


def main(words: Sequence[str]) -> None:
    """Turn this process into the program."""
    parent, death_signal, uid, gid = map(int, words[:4])
    folder, *program = words[4:]
    try:
        become(uid, gid)
        os.chdir(folder)
        die_with(parent, death_signal)  # after the change of user, which forgets it
        as_in_a_fresh_process()
        os.execvp(program[0], program)  # noqa: S606 - the point of this file
    except OSError as error:
        sys.stderr.write(f"{program[0]}: {error.strerror}\n")
        sys.exit(CANNOT_RUN)


if __name__ == "__main__":
    main(sys.argv[1:])
