add_executable(bench_sampling "${CMAKE_CURRENT_LIST_DIR}/bench_sampling.cpp")
target_link_libraries(bench_sampling PRIVATE moderato_media)
moderato_flags(bench_sampling)
