#include "core/ml/private/Parameters.h"

#include "core/ml/private/Parts.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>
#include <numbers>

namespace moderato::ml {
namespace {

QString shapeText(at::IntArrayRef shape) {
    QStringList parts;
    for (const std::int64_t size : shape) {
        parts << QString::number(size);
    }
    return parts.join(QStringLiteral("×"));
}

Tensor floatsOf(const std::string& name, const at::Tensor& tensor) {
    const at::Tensor flat = tensor.detach().contiguous();
    return makeTensor<float>(name, flat.sizes().vec(),
                             std::span<const float>(flat.data_ptr<float>(), std::size_t(flat.numel())));
}

Status takeFloats(const ModelFile& file, const std::string& name, const at::Tensor& to) {
    const Tensor* const stored = file.tensor(name);
    if (!stored || stored->type != Tensor::Type::F32 || stored->shape != to.sizes().vec()) {
        return unusableModel(QString::fromStdString(name));
    }
    const auto numbers = stored->values<float>();
    std::copy(numbers.begin(), numbers.end(), to.data_ptr<float>());
    return {};
}

} // namespace

void Parameters::add(const std::string& name, at::Tensor value, bool trained) {
    values_[name] = {trained ? value.requires_grad_(true) : std::move(value), trained};
}

void Parameters::addNormal(const std::string& name, at::IntArrayRef shape, std::int64_t inputs,
                           Random& random) {
    at::Tensor value = at::empty(shape);
    const double deviation = std::sqrt(2.0 / double(inputs));
    float* const to = value.data_ptr<float>();
    for (std::int64_t i = 0; i < value.numel(); ++i) {
        const double radius = std::sqrt(-2 * std::log(1 - random.uniform()));
        to[i] = float(deviation * radius * std::cos(2 * std::numbers::pi * random.uniform()));
    }
    add(name, value);
}

const at::Tensor& Parameters::operator[](const std::string& name) const {
    return values_.at(name).tensor;
}

std::vector<at::Tensor> Parameters::trained() const {
    std::vector<at::Tensor> result;
    for (const auto& [name, value] : values_) {
        if (value.trained) {
            result.push_back(value.tensor);
        }
    }
    return result;
}

Parameters Parameters::copy() const {
    Parameters result;
    for (const auto& [name, value] : values_) {
        result.values_[name] = {value.tensor.detach().clone(), value.trained};
    }
    return result;
}

void Parameters::store(ModelFile& file, const std::string& before) const {
    for (const auto& [name, value] : values_) {
        file.tensors.push_back(floatsOf(before + name, value.tensor));
    }
}

Status Parameters::restore(const ModelFile& file, const std::string& prefix, const std::string& before) {
    for (auto& [name, value] : values_) {
        if (name.compare(0, prefix.size(), prefix) != 0) {
            continue;
        }
        const Tensor* const stored = file.tensor(before + name);
        if (!stored || stored->type != Tensor::Type::F32 || stored->shape != value.tensor.sizes().vec()) {
            return Error{Error::Kind::Model,
                         QCoreApplication::translate(
                             "moderato::ml", "The network in the folder has another shape than is needed (%1 "
                                             "should be %2): choose one that was made with the same sizes.")
                             .arg(QString::fromStdString(name), shapeText(value.tensor.sizes())),
                         stored ? shapeText(stored->shape) : QStringLiteral("it is not there")};
        }
        const auto numbers = stored->values<float>();
        std::copy(numbers.begin(), numbers.end(), value.tensor.data_ptr<float>());
    }
    return {};
}

Adam::Adam(std::vector<at::Tensor> parameters, double weightDecay)
    : parameters_(std::move(parameters))
    , decay_(weightDecay) {
    for (const at::Tensor& parameter : parameters_) {
        first_.push_back(at::zeros_like(parameter).detach());
        second_.push_back(at::zeros_like(parameter).detach());
    }
}

void Adam::step(double rate) {
    constexpr double beta1 = 0.9, beta2 = 0.99, tiny = 1e-8, longest = 5;
    const at::NoGradGuard noGradients;
    double squares = 0;
    for (const at::Tensor& parameter : parameters_) {
        if (parameter.grad().defined()) {
            squares += parameter.grad().square().sum().item<double>();
        }
    }
    const double scale = squares > longest * longest ? longest / std::sqrt(squares) : 1;
    ++steps_;
    const double correction = std::sqrt(1 - std::pow(beta2, steps_)) / (1 - std::pow(beta1, steps_));
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        at::Tensor& parameter = parameters_[i];
        const at::Tensor gradient = parameter.grad();
        if (!gradient.defined() || !std::isfinite(squares)) {
            continue;
        }
        const at::Tensor shortened = gradient * scale;
        first_[i].mul_(beta1).add_(shortened, 1 - beta1);
        second_[i].mul_(beta2).addcmul_(shortened, shortened, 1 - beta2);
        if (parameter.dim() > 1) {
            parameter.mul_(1 - rate * decay_);
        }
        parameter.addcdiv_(first_[i], second_[i].sqrt().add_(tiny), -rate * correction);
        parameter.mutable_grad().reset();
    }
}

void Adam::store(ModelFile& file, const std::string& prefix) const {
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        file.tensors.push_back(floatsOf(prefix + ".first." + std::to_string(i), first_[i]));
        file.tensors.push_back(floatsOf(prefix + ".second." + std::to_string(i), second_[i]));
    }
    const std::int64_t steps = steps_;
    file.tensors.push_back(makeTensor<std::int64_t>(prefix + ".steps", {1}, std::span(&steps, 1)));
}

Status Adam::restore(const ModelFile& file, const std::string& prefix) {
    const Tensor* const steps = file.tensor(prefix + ".steps");
    if (!steps || steps->values<std::int64_t>().size() != 1) {
        return unusableModel(QString::fromStdString(prefix));
    }
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        for (const auto& [name, to] : {std::pair{".first.", first_[i]}, std::pair{".second.", second_[i]}}) {
            if (Status taken = takeFloats(file, prefix + name + std::to_string(i), to); !taken) {
                return taken;
            }
        }
    }
    steps_ = long(steps->values<std::int64_t>().front());
    return {};
}

} // namespace moderato::ml
