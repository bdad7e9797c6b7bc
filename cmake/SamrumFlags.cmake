# One set of flags for everything we write; third-party headers come in as SYSTEM.
add_library(samrum_flags INTERFACE)
target_compile_options(samrum_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
target_include_directories(samrum_flags INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
target_compile_definitions(samrum_flags INTERFACE SAMRUM_VERSION="${PROJECT_VERSION}")

# Unity batches and sanitizers make g++ 12 see dangling references that are not there.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(samrum_flags INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()
if(SAMRUM_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined)
  # At one address: the tests start the binary a thousand times, and moving half a million names costs each of them.
  add_link_options(-fsanitize=address,undefined -no-pie)
endif()
if(SAMRUM_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
