# samrum_assets(<target>): bundles assets/ with tools/assets.mjs and embeds the result as samrum_assets().
# Called in the directory that makes the target, so that the embedded bytes follow the sources.
find_program(NODE NAMES node nodejs REQUIRED)

function(samrum_assets target)
  set(out ${CMAKE_BINARY_DIR}/assets)
  list(TRANSFORM ARGN PREPEND ${out}/ OUTPUT_VARIABLE outputs)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/*)
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tools/assets.mjs ${out}
    DEPENDS ${sources} ${CMAKE_SOURCE_DIR}/tools/assets.mjs ${CMAKE_SOURCE_DIR}/package-lock.json
    COMMENT "Bundling assets"
    VERBATIM)
  samrum_embed(${target} samrum_assets ${out} ${outputs})
endfunction()
