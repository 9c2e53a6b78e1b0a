#pragma once

#include "core/ml/Cpu.h"

namespace moderato::usecases {

/// Sets the threads of the models' arithmetic for as long as it lives.
class ThreadsWhile {
public:
    explicit ThreadsWhile(int count)
        : before_(ml::threads()) {
        ml::setThreads(count);
    }
    ~ThreadsWhile() { ml::setThreads(before_); }
    ThreadsWhile(const ThreadsWhile&) = delete;
    ThreadsWhile& operator=(const ThreadsWhile&) = delete;

private:
    int before_;
};

} // namespace moderato::usecases
