// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QTypeInfo>

#include <tl/expected.hpp>

namespace Gapline {

/// A value, or the error that kept it from being made. Errors are values: core throws nothing.
template<typename T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

[[nodiscard]] inline Failure
failure(ErrorId id, const QString &message, const QString &details = {})
{
    return Failure(Error{id, message, details, std::nullopt});
}

} // namespace Gapline

/// tl::expected declares == for every T, also where T has none: Qt's meta types must not try it, or no signal
/// could carry a Result.
template<typename T>
struct QTypeTraits::has_operator_equal<tl::expected<T, Gapline::Error>> : std::false_type
{ };
