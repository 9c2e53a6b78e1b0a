// The library's objects are the compiled translations; an archive needs one source of its own.
namespace moderato::translations {
void anchor() {}
} // namespace moderato::translations
