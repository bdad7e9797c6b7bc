# What a Debian package holds, and cpack's part of it: `./dev package`. It is made of the release build.
set(CMAKE_INSTALL_PREFIX /usr)
# Tests and benchmarks need not be built for a package.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
set(files ${CMAKE_BINARY_DIR}/packaging)
file(MAKE_DIRECTORY ${files})

# The manual page and the completion come from the commands themselves, so they never lag behind.
add_custom_command(
  OUTPUT ${files}/samrum.1.gz ${files}/completion
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tools/man-page.mjs $<TARGET_FILE:samrum> > ${files}/samrum.1
  COMMAND gzip -9nf ${files}/samrum.1
  COMMAND samrum completion bash > ${files}/completion
  DEPENDS samrum ${CMAKE_SOURCE_DIR}/tools/man-page.mjs
  VERBATIM)
add_custom_target(package_files DEPENDS ${files}/samrum.1.gz ${files}/completion)

install(TARGETS samrum RUNTIME DESTINATION bin)
install(FILES ${files}/samrum.1.gz DESTINATION share/man/man1)
install(FILES ${files}/completion DESTINATION share/bash-completion/completions RENAME samrum)
install(FILES packaging/samrum.service DESTINATION lib/systemd/system)
install(FILES packaging/sysusers.conf DESTINATION lib/sysusers.d RENAME samrum.conf)
install(FILES packaging/tmpfiles.conf DESTINATION lib/tmpfiles.d RENAME samrum.conf)
install(FILES packaging/samrum.toml DESTINATION /etc/samrum)
install(FILES packaging/copyright LICENSE CHANGELOG.md docs/operations.md DESTINATION share/doc/samrum)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME samrum)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "Samrum <samrum@example.se>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "shared rooms for municipalities and associations")
set(CPACK_PACKAGE_DESCRIPTION
    "Samrum is a platform for partnerships between Swedish municipalities and\nassociations: agreements, what is done, follow-up and what comes next.")
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/package)
set(CPACK_SET_DESTDIR ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "ca-certificates, systemd | systemd-standalone-sysusers, systemd | systemd-standalone-tmpfiles")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-core")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "postgresql (>= 15), nginx | caddy")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    "${CMAKE_SOURCE_DIR}/packaging/postinst;${CMAKE_SOURCE_DIR}/packaging/prerm;${CMAKE_SOURCE_DIR}/packaging/postrm;${CMAKE_SOURCE_DIR}/packaging/conffiles")
include(CPack)
