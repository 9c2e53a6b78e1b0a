add_executable(bench_expressions "${CMAKE_CURRENT_LIST_DIR}/bench_expressions.cpp" "${CMAKE_CURRENT_LIST_DIR}/FaceRenders.cpp")
target_link_libraries(bench_expressions PRIVATE moderato_usecases moderato_media moderato_features moderato_ml)
target_compile_definitions(bench_expressions PRIVATE MODERATO_DECODER="$<TARGET_FILE:moderato-decoder>"
    MODERATO_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_dependencies(bench_expressions moderato-decoder)
moderato_flags(bench_expressions)
