# The headers of others that most of our files read, parsed once: a fifth to a half of each file's time in the build of
# the tests. None of ours, so that a file that forgets an include of ours is found by every build.
option(SAMRUM_PRECOMPILE "Precompile the headers of others" OFF)

set(SAMRUM_PRECOMPILED
  <algorithm> <array> <charconv> <chrono> <cstdint> <filesystem> <fstream> <functional> <iterator> <map> <memory> <mutex>
  <numeric> <optional> <set> <span> <sstream> <string> <string_view> <thread> <unordered_map> <utility> <variant> <vector>
  <fmt/format.h> <nlohmann/json.hpp>)

# samrum_precompiled_set(<name> [LIBS libraries...] [HEADERS headers...]): a set of precompiled headers that targets can share.
function(samrum_precompiled_set name)
  cmake_parse_arguments(ARG "" "" "LIBS;HEADERS" ${ARGN})
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/${name}.cpp CONTENT "// The precompiled headers need a file to belong to.\n")
  add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/generated/${name}.cpp)
  target_link_libraries(${name} PRIVATE samrum_flags fmt::fmt nlohmann_json::nlohmann_json ${ARG_LIBS})
  target_precompile_headers(${name} PRIVATE ${SAMRUM_PRECOMPILED} ${ARG_HEADERS})
  # Else the compiler's cache takes every parse for a new one.
  target_compile_options(${name} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
endfunction()

# samrum_precompile(<target> <set>): the target reads the set's headers, where the build precompiles any.
function(samrum_precompile target set)
  if(SAMRUM_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${set})
    target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  endif()
endfunction()

if(SAMRUM_PRECOMPILE)
  samrum_precompiled_set(samrum_precompiled)
endif()
