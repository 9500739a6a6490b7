#include "Confinement.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>

namespace huying
{

namespace
{

#if defined(__x86_64__)
constexpr unsigned int architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned int architecture = AUDIT_ARCH_AARCH64;
#elif defined(__riscv) && __riscv_xlen == 64
constexpr unsigned int architecture = AUDIT_ARCH_RISCV64;
#elif defined(__loongarch64)
constexpr unsigned int architecture = AUDIT_ARCH_LOONGARCH64;
#endif

// The sanitizers reserve terabytes of addresses, and look at themselves with ptrace when they end.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool isSanitized = true;
#elif defined(__has_feature)
constexpr bool isSanitized = __has_feature(address_sanitizer);
#else
constexpr bool isSanitized = false;
#endif

bool limit(__rlimit_resource_t what, rlim_t most)
{
    const rlimit limits { most, most };
    return setrlimit(what, &limits) == 0;
}

constexpr sock_filter load(unsigned int offset)
{
    return { BPF_LD | BPF_W | BPF_ABS, 0, 0, offset };
}

constexpr sock_filter skipUnless(unsigned int value)
{
    return { BPF_JMP | BPF_JEQ | BPF_K, 0, 1, value };
}

constexpr sock_filter answer(unsigned int verdict)
{
    return { BPF_RET | BPF_K, 0, 0, verdict };
}

/// Calls that reach out of this process: they fail as if it had no right to.
bool refuseCalls()
{
    constexpr unsigned int no = SECCOMP_RET_ERRNO | EACCES;
    std::array filter { load(offsetof(seccomp_data, arch)),
        sock_filter { BPF_JMP | BPF_JEQ | BPF_K, 1, 0, architecture }, answer(SECCOMP_RET_KILL_PROCESS),
        load(offsetof(seccomp_data, nr)), skipUnless(__NR_socket), answer(no), skipUnless(__NR_connect), answer(no),
        skipUnless(__NR_sendto), answer(no), skipUnless(__NR_execve), answer(no), skipUnless(__NR_execveat), answer(no),
        skipUnless(__NR_ptrace), answer(no), answer(SECCOMP_RET_ALLOW) };
    const sock_fprog program { filter.size(), filter.data() };
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

} // namespace

bool confine(const Confines &confines)
{
    std::signal(SIGXFSZ, SIG_IGN); // a write that is too long fails
    const bool isDone = limit(RLIMIT_CORE, 0) && limit(RLIMIT_CPU, confines.processorSeconds)
        && limit(RLIMIT_FSIZE, confines.fileBytes) && limit(RLIMIT_NOFILE, 64);
    return isDone && (isSanitized || (limit(RLIMIT_AS, confines.memoryBytes) && refuseCalls()));
}

} // namespace huying
