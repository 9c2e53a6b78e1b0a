#pragma once

#include "core/base/Random.h"
#include "core/base/Result.h"
#include "core/ml/ModelFile.h"
#include "core/ml/private/Torch.h"

#include <map>
#include <string>
#include <vector>

namespace moderato::ml {

/// The tensors of a network by name, as they lie in a model file.
class Parameters {
public:
    /// Trained ones take gradients; the others are figures of the data (means, scales).
    void add(const std::string& name, at::Tensor value, bool trained = true);
    /// Normal with deviation sqrt(2 / inputs); the same on every machine.
    void addNormal(const std::string& name, at::IntArrayRef shape, std::int64_t inputs, Random& random);
    bool has(const std::string& name) const { return values_.count(name) > 0; }
    const at::Tensor& operator[](const std::string& name) const;
    std::vector<at::Tensor> trained() const;

    /// Without gradients, independent of these.
    Parameters copy() const;
    /// As tensors of their own names, with `before` put before each.
    void store(ModelFile& file, const std::string& before = {}) const;
    /// Takes the values of all own names from the file; those that begin with `prefix` only. In the file
    /// `before` stands before each name. Error::Kind::Model names the first that is missing or of another
    /// shape.
    Status restore(const ModelFile& file, const std::string& prefix = {}, const std::string& before = {});

private:
    struct Value {
        at::Tensor tensor;
        bool trained = true;
    };
    std::map<std::string, Value> values_;
};

/// Adam with decoupled weight decay (matrices and kernels only). One for one set of parameters.
class Adam {
public:
    Adam(std::vector<at::Tensor> parameters, double weightDecay);
    /// A step down the gradients, which are then cleared. They are shortened to length 5 first.
    void step(double rate);

    /// What it remembers of the steps so far, as tensors `prefix.…`, and back. Error::Kind::Model where the
    /// file's does not fit the parameters.
    void store(ModelFile& file, const std::string& prefix) const;
    Status restore(const ModelFile& file, const std::string& prefix);

private:
    std::vector<at::Tensor> parameters_, first_, second_;
    double decay_;
    long steps_ = 0;
};

} // namespace moderato::ml
