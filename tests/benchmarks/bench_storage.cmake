find_package(benchmark REQUIRED)

add_executable(bench_storage "${CMAKE_CURRENT_LIST_DIR}/bench_storage.cpp")
target_link_libraries(bench_storage PRIVATE moderato_storage benchmark::benchmark)
moderato_flags(bench_storage)
