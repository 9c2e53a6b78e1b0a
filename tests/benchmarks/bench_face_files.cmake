add_executable(bench_face_files "${CMAKE_CURRENT_LIST_DIR}/bench_face_files.cpp")
target_include_directories(bench_face_files PRIVATE "${CMAKE_SOURCE_DIR}")
target_link_libraries(bench_face_files PRIVATE moderato_interchange)
moderato_flags(bench_face_files)
