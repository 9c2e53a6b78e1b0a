#pragma once

#include <cstddef>
#include <cstdint>

// One entry a target. `LLVMFuzzerTestOneInput` in a libFuzzer build calls one of them (see README.md); the
// unit tests call them with mutated inputs. They abort where a promise is broken.
int fuzzJsonlReader(const std::uint8_t* data, std::size_t size);
int fuzzSanitizer(const std::uint8_t* data, std::size_t size);
int fuzzExpressionFile(const std::uint8_t* data, std::size_t size);
int fuzzFaceFrame(const std::uint8_t* data, std::size_t size);
