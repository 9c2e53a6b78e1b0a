// The library's objects are the compiled resource files; an archive needs one source of its own.
namespace moderato::resources {
void anchor() {}
} // namespace moderato::resources
