find_package(benchmark REQUIRED)
find_package(OpenMP REQUIRED)
find_package(BLAS REQUIRED)
find_package(LAPACK REQUIRED)
find_library(FAISS faiss REQUIRED) # A static library, which needs the other three.

add_executable(bench_hashes "${CMAKE_CURRENT_LIST_DIR}/bench_hashes.cpp")
target_include_directories(bench_hashes PRIVATE "${CMAKE_SOURCE_DIR}")
target_link_libraries(bench_hashes PRIVATE moderato_features benchmark::benchmark
    "${FAISS}" OpenMP::OpenMP_CXX LAPACK::LAPACK BLAS::BLAS)
moderato_flags(bench_hashes)
