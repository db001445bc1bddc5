#!/bin/sh
# Runs the tests of the kernels under Bochs, which emulates AVX-512: avx512.sh BOCHS KERNEL WORK
#   BOCHS   its source tree (https://github.com/bochs-emu/Bochs, folder bochs), built after
#           ./configure --enable-x86-64 --enable-avx --enable-evex --with-nogui
#   KERNEL  a Linux kernel (Debian: boot/vmlinuz of linux-image-cloud-amd64), for the processor must
#           be set up to save wide registers
# By hand, for it takes minutes. Needs cpio, grub-mkrescue and xorriso (Debian: grub-pc-bin).
set -eu
bochs=$1 kernel=$2 work=$3
tests=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$work/root/dev" "$work/disk/boot/grub"

for name in main utf8_kernels; do
  "${CXX:-g++}" -std=c++20 -O2 -I"$tests/../include" -I"$tests" -c "$tests/$name.cpp" -o "$work/$name.o"
done
"${CXX:-g++}" -static "$work"/main.o "$work"/utf8_kernels.o -o "$work/root/tests"
# The first process: runs the tests and switches the machine off.
cat > "$work/init.c" <<'C'
#include <stdio.h>
#include <sys/reboot.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  int status = 1;
  if (fork() == 0) execl("/tests", "/tests", "-d", "yes", (char*)0);
  wait(&status);
  printf("\ntests ended with %d\n", status);
  fflush(stdout);
  sleep(1);
  return reboot(RB_POWER_OFF);
}
C
"${CC:-gcc}" -O1 -static "$work/init.c" -o "$work/root/init"
[ -e "$work/root/dev/console" ] || mknod "$work/root/dev/console" c 5 1
(cd "$work/root" && find . | cpio -o -H newc --quiet) | gzip > "$work/disk/boot/initrd.gz"
cp "$kernel" "$work/disk/boot/vmlinuz"
cat > "$work/disk/boot/grub/grub.cfg" <<'G'
set timeout=0
menuentry tests {
  linux /boot/vmlinuz console=ttyS0 panic=-1 mitigations=off quiet
  initrd /boot/initrd.gz
}
G
grub-mkrescue -d /usr/lib/grub/i386-pc -o "$work/disk.iso" "$work/disk" 2> /dev/null

cat > "$work/bochsrc" <<B
display_library: nogui
megs: 512
cpu: model=corei7_skylake_x, ips=100000000
romimage: file=$bochs/bios/BIOS-bochs-latest
vgaromimage: file=$bochs/bios/VGABIOS-lgpl-latest
ata0-master: type=cdrom, path=$work/disk.iso, status=inserted
boot: cdrom
com1: enabled=1, mode=file, dev=$work/output.txt
log: $work/bochs.log
B
"$bochs/bochs" -q -f "$work/bochsrc" > /dev/null < /dev/null || true
cat "$work/output.txt"
grep -q "AVX-512" "$work/output.txt" && grep -q "tests ended with 0" "$work/output.txt"
