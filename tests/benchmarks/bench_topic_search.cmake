add_executable(bench_topic_search "${CMAKE_CURRENT_LIST_DIR}/bench_topic_search.cpp")
target_include_directories(bench_topic_search PRIVATE "${CMAKE_SOURCE_DIR}")
target_link_libraries(bench_topic_search PRIVATE moderato_ml "${FAISS}" OpenMP::OpenMP_CXX LAPACK::LAPACK BLAS::BLAS)
moderato_flags(bench_topic_search)
