// The one header through which LibTorch is seen; it is this target's precompiled header.
#pragma once

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
