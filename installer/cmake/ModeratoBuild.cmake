# Compiler settings, the packages and the two functions that declare a module and its test.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

option(MODERATO_WERROR "Treat warnings as errors" OFF)

find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Sql Network Widgets OpenGL OpenGLWidgets Svg Charts Multimedia Test LinguistTools)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(PkgConfig REQUIRED)
pkg_check_modules(FFMPEG REQUIRED IMPORTED_TARGET libavformat libavcodec libavutil libswscale libswresample)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(MPV REQUIRED IMPORTED_TARGET mpv)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(FFTW REQUIRED IMPORTED_TARGET fftw3)
pkg_check_modules(EBUR128 REQUIRED IMPORTED_TARGET libebur128)

# moderato_module(NAME SOURCES … [PUBLIC targets…] [PRIVATE targets…])
# A static library `moderato_NAME`. PUBLIC names what its headers may include, PRIVATE what only its sources see:
# a module that is not named here cannot be linked, which keeps the rooms apart.
function(moderato_module name)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(moderato_${name} STATIC ${arg_SOURCES})
    target_include_directories(moderato_${name} PUBLIC "${CMAKE_SOURCE_DIR}" PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
    target_link_libraries(moderato_${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
    moderato_flags(moderato_${name})
endfunction()

function(moderato_flags target)
    # Qt's slots/signals/emit clash with LibTorch and with plain English: spelled Q_SLOTS, Q_SIGNALS, Q_EMIT here.
    target_compile_definitions(${target} PRIVATE QT_NO_KEYWORDS QT_NO_CAST_FROM_BYTEARRAY)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wno-unused-parameter)
    if(MODERATO_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
endfunction()

# moderato_test(NAME LABEL label SOURCES … LINK targets…): a GoogleTest program; window tests run under a virtual display.
function(moderato_test name)
    cmake_parse_arguments(arg "WINDOW" "LABEL;TIMEOUT;SHARDS" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${arg_LINK} GTest::gmock)
    moderato_flags(${name})
    target_compile_definitions(${name} PRIVATE
        MODERATO_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        MODERATO_PROGRAM="$<TARGET_FILE:moderato>"
        MODERATO_DECODER="$<TARGET_FILE:moderato-decoder>")
    if(arg_WINDOW)
        add_test(NAME ${name} COMMAND xvfb-run -a -s "-screen 0 1600x1000x24" $<TARGET_FILE:${name}>)
    else()
        target_link_libraries(${name} PRIVATE GTest::gtest_main)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    if(arg_SHARDS) # Its tests in so many parts, which run side by side.
        foreach(part RANGE 1 ${arg_SHARDS})
            math(EXPR index "${part} - 1")
            add_test(NAME ${name}_${part} COMMAND ${name})
            set_tests_properties(${name}_${part} PROPERTIES LABELS "${arg_LABEL}" TIMEOUT ${arg_TIMEOUT}
                ENVIRONMENT "GTEST_TOTAL_SHARDS=${arg_SHARDS};GTEST_SHARD_INDEX=${index}")
        endforeach()
        return()
    endif()
    if(NOT arg_WINDOW)
        add_test(NAME ${name} COMMAND ${name})
    endif()
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABEL}" TIMEOUT ${arg_TIMEOUT})
endfunction()
