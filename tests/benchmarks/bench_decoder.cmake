# The decoder process beside the same work in this process, and mutated files through it.
add_executable(bench_decoder "${CMAKE_CURRENT_LIST_DIR}/bench_decoder.cpp")
target_link_libraries(bench_decoder PRIVATE moderato_media)
target_include_directories(bench_decoder PRIVATE "${CMAKE_SOURCE_DIR}")
moderato_flags(bench_decoder)
add_dependencies(bench_decoder moderato-decoder)

add_executable(mutated_files "${CMAKE_CURRENT_LIST_DIR}/mutated_files.cpp"
    "${CMAKE_SOURCE_DIR}/tests/fuzz/MediaMutator.cpp" "${CMAKE_SOURCE_DIR}/tests/fuzz/MutantRun.cpp")
target_link_libraries(mutated_files PRIVATE moderato_media)
target_include_directories(mutated_files PRIVATE "${CMAKE_SOURCE_DIR}")
moderato_flags(mutated_files)
add_dependencies(mutated_files moderato-decoder)
