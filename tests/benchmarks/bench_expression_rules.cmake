add_executable(bench_expression_rules "${CMAKE_CURRENT_LIST_DIR}/bench_expression_rules.cpp")
target_include_directories(bench_expression_rules PRIVATE "${CMAKE_SOURCE_DIR}")
target_link_libraries(bench_expression_rules PRIVATE moderato_usecases moderato_ml)
moderato_flags(bench_expression_rules)
