find_package(benchmark REQUIRED)
pkg_check_modules(AUBIO REQUIRED IMPORTED_TARGET aubio)

add_executable(bench_sound "${CMAKE_CURRENT_LIST_DIR}/bench_sound.cpp")
target_include_directories(bench_sound PRIVATE "${CMAKE_SOURCE_DIR}")
target_link_libraries(bench_sound PRIVATE moderato_features benchmark::benchmark PkgConfig::AUBIO)
moderato_flags(bench_sound)
