add_executable(bench_drift "${CMAKE_CURRENT_LIST_DIR}/bench_drift.cpp")
target_link_libraries(bench_drift PRIVATE moderato_ml)
moderato_flags(bench_drift)
