add_executable(bench_models "${CMAKE_CURRENT_LIST_DIR}/bench_models.cpp")
target_link_libraries(bench_models PRIVATE moderato_ml)
moderato_flags(bench_models)
