#!/usr/bin/env python3
"""Watches a capture of reader mode (reader_capture) with strace and looks for its frames in all that it writes.

    no_frames_on_disk.py CAPTURE CLIP RESOURCES DECODER [--leak raw|png|deleted|mapped]

Every write to a file is searched as it happens, so that a file that is deleted again is seen too; every file that was opened for
writing or mapped for writing is searched while the program still has it open. Looked for: stretches of rows of the frames as grey,
RGB, RGB32, Y, U and V, of the aligned faces, and the first bytes of PNG and JPEG. Pipes, sockets and memory without a name are no
files. With --leak a frame is written on purpose, and not finding it is the failure.

Exit status: 0 as it should be, 1 not, 77 strace is not there or may not trace (a skipped test).
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading

CALLS = ("open,openat,openat2,creat,write,pwrite64,writev,pwritev,pwritev2,mmap,sendfile,copy_file_range,splice,vmsplice,"
         "rename,renameat,renameat2,io_uring_setup,process_vm_writev")
MAGIC = {"PNG": b"\x89PNG\r\n\x1a\n", "JPEG (JFIF)": b"\xff\xd8\xff\xe0", "JPEG (Exif)": b"\xff\xd8\xff\xe1",
         "JPEG": b"\xff\xd8\xff\xdb"}
WRITES = re.compile(r"^(write|pwrite64|writev|pwritev2?)\((\d+)<([^>]*)>, (.*)")
OPENED = re.compile(r"^(?:open|openat|openat2|creat)\((.*)\)\s+= \d+<([^>]*)>")
MAPPED = re.compile(r"^mmap\([^,]*, \d+, ([A-Z_|]+), ([A-Z_|0-9a-fx]+), \d+<([^>]*)>")
STRINGS = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
UNSEEN = re.compile(r"^(sendfile|copy_file_range|splice|vmsplice|process_vm_writev|io_uring_setup)\(")


def decoded(text):
    return bytes.fromhex(text.replace("\\x", "")) if text.startswith("\\x") else text.encode()


def path_of(text):
    return decoded(text).decode(errors="replace")


def is_file(path):
    """On a disk: not a pipe, a socket, memory without a name, a device or what the kernel makes up."""
    return path.startswith("/") and not path.startswith(("/memfd:", "/dev/", "/proc/", "/sys/", "/anon_inode"))


class Trace:
    def __init__(self):
        self.written = {}   # path → bytes written to it by calls
        self.opened = set() # for writing
        self.mapped = set() # for writing, shared
        self.unseen = set() # calls whose data cannot be read in the trace
        self.calls = 0
        self.begun = {}     # thread → a call that another thread's interrupted in the trace

    def line(self, line):
        thread, _, line = line.partition(" ")
        line = line.lstrip()
        if line.endswith("<unfinished ...>"):
            self.begun[thread] = line.removesuffix("<unfinished ...>")
            return
        if resumed := re.match(r"^<\.\.\. \w+ resumed>(.*)", line):
            line = self.begun.pop(thread, "") + resumed[1]
        self.calls += 1
        if match := WRITES.match(line):
            path = path_of(match[3])
            if is_file(path):
                data = b"".join(decoded(text) for text in STRINGS.findall(match[4]) if text)
                self.written.setdefault(path, []).append(data)
        elif match := OPENED.match(line):
            if re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE", match[1]) or line.startswith("creat"):
                self.opened.add(path_of(match[2]))
        elif match := MAPPED.match(line):
            if "PROT_WRITE" in match[1] and "MAP_SHARED" in match[2]:
                self.mapped.add(path_of(match[3]))
        elif (match := UNSEEN.match(line)) and " = -1 " not in line:  # What the sandbox refuses moves nothing.
            self.unseen.add(match[1])


def may_trace():
    if not shutil.which("strace"):
        return "strace is not installed"
    tried = subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True)
    return None if tried.returncode == 0 else "strace may not trace here"


def findings(data, stretches):
    found = sorted({f"{kind} of a frame" for kind, stretch in stretches if stretch in data})
    return found + [f"the beginning of a {name}" for name, magic in MAGIC.items() if magic in data]


def main():
    arguments = sys.argv[1:]
    if len(arguments) not in (4, 6):
        print(__doc__)
        return 2
    leak = arguments[5] if len(arguments) == 6 else None
    if reason := may_trace():
        print(f"SKIPPED: {reason}")
        return 77
    capture, clip, resources, decoder = arguments[:4]
    with tempfile.TemporaryDirectory() as folder:
        # TMPDIR and the cache lie in a folder of their own, so that what is left there is seen as well.
        home = os.path.join(folder, "home")
        os.makedirs(os.path.join(home, "tmp"))
        environment = dict(os.environ, TMPDIR=os.path.join(home, "tmp"), HOME=home, XDG_CACHE_HOME=os.path.join(home, "cache"))
        read_end, write_end = os.pipe()
        command = ["strace", "-f", "-y", "-xx", "-s", str(1 << 26), "-e", f"trace={CALLS}", "-o", f"/dev/fd/{write_end}", capture,
                   os.path.join(folder, "library"), clip, resources, decoder] + (["--leak", leak] if leak else [])
        program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, pass_fds=[write_end],
                                   env=environment)
        os.close(write_end)
        trace = Trace()

        def follow():
            with os.fdopen(read_end, errors="replace") as lines:
                for line in lines:
                    trace.line(line.rstrip("\n"))

        follower = threading.Thread(target=follow)
        follower.start()
        stretches, stored = [], None
        for line in program.stdout:
            words = line.split()
            if words[:1] == ["ready"]:
                break
            if words[:1] == ["stored"]:
                stored = line.strip()
            elif len(words) == 2:
                stretches.append((words[0], bytes.fromhex(words[1])))
        # All files below the folder as they are now, with the library open; and whatever else was opened for writing.
        on_disk = {}
        for root, _, names in os.walk(folder):
            for name in names:
                with open(os.path.join(root, name), "rb") as file:
                    on_disk[file.name] = file.read()
        program.stdin.close()
        status = program.wait()
        follower.join()
        for call in list(trace.begun.values()):  # Of threads that ended in the middle of one.
            trace.line(f"0 {call}")
        touched = {path for path in trace.opened | trace.mapped | set(trace.written) if is_file(path)}
        for path in touched - set(on_disk):
            if os.path.isfile(path) and os.access(path, os.R_OK):
                with open(path, "rb") as file:
                    on_disk[path] = file.read()

        if status != 0 or not stored:
            print(f"FAILED: the capture did not end well (status {status})")
            return 1
        bad, seen = [], set()
        print(f"{stored}; {len(stretches)} stretches of frames to look for; {trace.calls} calls")
        for path in sorted(touched | set(on_disk)):
            data = b"".join(trace.written.get(path, []))
            here = on_disk.get(path)
            found = findings(data, stretches) + (findings(here, stretches) if here is not None else [])
            shown = path.replace(folder, "…")
            how = "mapped" if path in trace.mapped else "opened"
            print(f"  {shown}: {how}, {len(data)} bytes written by calls, "
                  f"{'gone' if here is None else f'{len(here)} bytes there'}{'' if not found else '  ← ' + ', '.join(sorted(set(found)))}")
            if found:
                bad.append(shown)
                seen.update(found)
            if here is None and path in trace.mapped:
                print("    it was mapped for writing and is gone: it cannot be searched")
                bad.append(shown)
        if trace.unseen:
            print(f"  calls that move data unseen: {', '.join(sorted(trace.unseen))}")
            bad.append("unseen calls")
        if not stretches:
            print("FAILED: the capture named no stretch of a frame")
            return 1
        if leak:
            print(f"the leak “{leak}” was {'found' if seen else 'NOT found'}")
            return 0 if seen else 1
        print("no byte of a frame was written" if not bad else f"FAILED: {', '.join(bad)}")
        return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
