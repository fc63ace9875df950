// React checks its caller on every page, at three times the cost, unless it is told that it is at work. It looks once, when
// it is first imported; so this stands before all that imports it.
process.env.NODE_ENV ??= "production";
