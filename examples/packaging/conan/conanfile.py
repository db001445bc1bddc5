# A Conan 2 recipe for hantext: conan create examples/packaging/conan
import pathlib
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy
from conan.tools.layout import basic_layout


class Hantext(ConanFile):
    name = "hantext"
    description = "Header-only text analysis for Chinese"
    license = "MIT"
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    no_copy_source = True

    @property
    def _root(self):
        return pathlib.Path(self.recipe_folder).parents[2]

    def set_version(self):
        text = (self._root / "CMakeLists.txt").read_text(encoding="utf-8")
        self.version = re.search(r"project\(hantext VERSION ([0-9.]+)", text)[1]

    def export_sources(self):
        copy(self, "LICENSE", self._root, self.export_sources_folder)
        copy(self, "include/*.hpp", self._root, self.export_sources_folder)

    def layout(self):
        basic_layout(self)

    def validate(self):
        check_min_cppstd(self, 20)

    def package(self):
        copy(self, "LICENSE", self.source_folder, pathlib.Path(self.package_folder, "licenses"))
        copy(self, "include/*.hpp", self.source_folder, self.package_folder)

    def package_id(self):
        self.info.clear()  # headers are the same for every compiler

    def package_info(self):
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = []
        self.cpp_info.set_property("cmake_file_name", "hantext")
        self.cpp_info.set_property("cmake_target_name", "hantext::hantext")
        self.cpp_info.set_property("pkg_config_name", "hantext")
