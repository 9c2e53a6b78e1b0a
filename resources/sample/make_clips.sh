#!/usr/bin/env bash
# Makes the clips and the pictures of Moderato's sample library.
#
#   make_clips.sh OUTDIR
#
# writes OUTDIR/clips/* (each with sound) and OUTDIR/images/*. Everything is drawn and composed by ffmpeg's own
# sources; nothing is fetched. Files that are there and complete are kept; others are written under a temporary name
# and renamed when they are done, so an interrupted run leaves nothing half-made behind under a final name.
#
# Needs: ffmpeg 5.1 or newer with libx264, libvpx-vp9 and libopus. Optional: a TrueType font, for the text in the
# pictures (found with fc-match or in the usual places, or named in MODERATO_SAMPLE_FONT); without one there is none.

set -euo pipefail
export LC_ALL=C

if [ $# -ne 1 ] || [ -z "$1" ] || [ "${1#-}" != "$1" ]; then
  echo "usage: ${0##*/} OUTDIR" >&2
  exit 2
fi
for tool in ffmpeg ffprobe; do
  command -v "$tool" >/dev/null || { echo "${0##*/}: $tool is needed" >&2; exit 1; }
done

mkdir -p -- "$1/clips" "$1/images"
out=$(cd -- "$1" && pwd)
work=$(mktemp -d)
part=""
cleanup() {
  rm -rf -- "$work"
  if [ -n "$part" ]; then rm -f -- "$part"; fi
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# ---- text ---------------------------------------------------------------------------------------------------------

find_font() {
  local f
  for f in "${MODERATO_SAMPLE_FONT:-}" \
           "$(fc-match -f '%{file}' 'DejaVu Sans:bold' 2>/dev/null || true)" \
           /usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf \
           /usr/share/fonts/TTF/DejaVuSans-Bold.ttf \
           /usr/share/fonts/dejavu-sans-fonts/DejaVuSans-Bold.ttf \
           /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf; do
    # A name that the filter syntax would have to escape is passed over.
    case "$f" in ''|*[!A-Za-z0-9/._-]*) continue ;; esac
    if [ -r "$f" ]; then printf '%s' "$f"; return; fi
  done
}

font=""
if [[ "$(ffmpeg -hide_banner -filters 2>/dev/null)" == *" drawtext "* ]]; then font=$(find_font); fi
if [ -z "$font" ]; then echo "no font found: the pictures carry no text"; fi

# text TEXT SIZE X Y [COLOUR] [MORE]: one drawtext filter, or none where there is no font.
text() {
  if [ -z "$font" ]; then printf 'null'; return; fi
  printf "drawtext=fontfile=%s:text='%s':fontsize=%s:x='%s':y='%s':fontcolor=%s%s" \
    "$font" "$1" "$2" "$3" "$4" "${5:-white}" "${6:+:$6}"
}
# counter [X Y SIZE COLOUR]: the frame's number and its time, painted on.
counter() {
  text 'frame %{n}   %{pts\:hms}' "${3:-20}" "${1:-14}" "${2:-h-th-12}" "${4:-white}" 'box=1:boxcolor=black@0.45:boxborderw=6'
}

# ---- sound --------------------------------------------------------------------------------------------------------
# Expressions for aevalsrc. A degree n of the major scale is floor((12n+5)/7) semitones above the base.

# pluck BASE STEP DECAY DEGREE: a plucked note every STEP seconds; DEGREE is an expression of k, the note's number.
pluck() {
  local number="floor(t/$2)" degree
  degree=${4//k/$number}
  printf '0.34*sin(2*PI*%s*pow(2,floor((12*(%s)+5)/7)/12)*mod(t,%s))*exp(-%s*mod(t,%s))*min(1,mod(t,%s)*200)' \
    "$1" "$degree" "$2" "$3" "$2" "$2"
}
# chord F1 F2 F3: a soft chord that breathes.
chord() {
  printf '(0.12*sin(2*PI*%s*t)+0.10*sin(2*PI*%s*t)+0.09*sin(2*PI*%s*t))*(0.75+0.25*sin(2*PI*0.5*t))' "$1" "$2" "$3"
}
# kick STEP: a bass drum every STEP seconds.
kick() { printf '0.6*sin(2*PI*(48*mod(t,%s)+6*(1-exp(-30*mod(t,%s)))))*exp(-9*mod(t,%s))' "$1" "$1" "$1"; }
# hat STEP: a short hiss on every off-beat.
hat() { printf '0.10*(random(0)*2-1)*exp(-45*mod(t+%s/2,%s))' "$1" "$1"; }
# sound EXPRESSION SECONDS (whole): a mono source, labelled [a].
sound() { printf "aevalsrc=exprs='%s':s=44100:d=%s,afade=t=in:d=0.05,afade=t=out:st=$(($2 - 1)).8:d=0.2[a]" "$1" "$2"; }

# ---- making -------------------------------------------------------------------------------------------------------

complete() {
  [ -s "$1" ] || return 1
  local kinds
  kinds=$(ffprobe -v error -show_entries stream=codec_type -of csv=p=0 -- "$1" 2>/dev/null | tr -d ',\r' | sed '/^$/d' | sort -u | tr '\n' ' ')
  case "$1" in
    */clips/*) [ "$kinds" = "audio video " ] ;;
    *) [ "$kinds" = "video " ] ;;
  esac
}

x264=(-c:v libx264 -preset veryfast -crf 24 -pix_fmt yuv420p -c:a aac -b:a 96k -ac 2 -movflags +faststart)
run() { ffmpeg -hide_banner -nostdin -loglevel error -y "$@"; }

# clip NAME SECONDS GRAPH OPTIONS...: GRAPH ends in [v] and [a].
clip() {
  local name=$1 seconds=$2 graph=$3 file="$out/clips/$1"
  shift 3
  if complete "$file"; then echo "kept clips/$name"; return; fi
  part="$out/clips/.part-$name"
  run -filter_complex "$graph" -map '[v]' -map '[a]' -t "$seconds" -map_metadata -1 -fflags +bitexact "$@" "$part"
  mv -f -- "$part" "$file"
  part=""
  echo "made clips/$name"
}

# picture NAME SIZE GRAPH: GRAPH starts from one black RGB frame of that size and draws on it.
picture() {
  local name=$1 size=$2 graph=$3 file="$out/images/$1"
  if complete "$file"; then echo "kept images/$name"; return; fi
  part="$out/images/.part-$name"
  run -f lavfi -i "color=c=black:s=$size:r=25:d=0.04,format=gbrp,$graph" -frames:v 1 -q:v 4 -map_metadata -1 -fflags +bitexact "$part"
  mv -f -- "$part" "$file"
  part=""
  echo "made images/$name"
}

# still SIZE RATE: a black RGB(A) frame that is drawn once and then repeated (append the drawing, then $hold).
disc() { # disc DIAMETER RED GREEN BLUE RATE: a ball with a highlight, on a transparent ground
  printf "color=c=black:s=%sx%s:r=%s:d=0.02,format=rgba,geq=r='min(255,%s*(0.55+0.6*exp(-hypot(X-W*0.36,Y-H*0.34)/(W*0.35))))':g='min(255,%s*(0.55+0.6*exp(-hypot(X-W*0.36,Y-H*0.34)/(W*0.35))))':b='min(255,%s*(0.55+0.6*exp(-hypot(X-W*0.36,Y-H*0.34)/(W*0.35))))':a='255*clip(W/2-hypot(X-W/2+0.5,Y-H/2+0.5),0,1)',loop=-1:1:0,setpts=N/%s/TB" \
    "$1" "$1" "$5" "$2" "$3" "$4" "$5"
}
box() { printf 'color=c=%s:s=%s:r=%s' "$1" "$2" "$3"; }

# ---- clips --------------------------------------------------------------------------------------------------------

# 1. 24 fps: a shutter test with a large frame counter.
clip shutter_count.mp4 6 "
  gradients=s=640x360:r=24:c0=0x0b1f3a:c1=0x1c6e72:c2=0x6b2d5c:nb_colors=3:seed=11:speed=0.02,
  drawgrid=w=40:h=40:t=1:c=white@0.10,
  $(text '%{n}' 150 '(w-tw)/2' '(h-th)/2-16' white),
  $(text '%{pts\:hms}' 28 '(w-tw)/2' 'h-60' 0xd6f5ee)[v];
  $(sound "0.5*sin(2*PI*if(eq(mod(floor(t*2),4),0),1320,880)*t)*exp(-40*mod(t,0.5))" 6)" "${x264[@]}"

# 2. 25 fps: the sun comes up over a harbour.
clip harbour_sunrise.mp4 8 "
  color=c=black:s=240x135:r=25,format=gbrp,
  geq=r='clip(if(lt(Y,85),60+T*14+Y*(0.9+T*0.07)+190*exp(-max(0,hypot(X-120,Y-(100-T*7))-11)/(5+T)),40+T*9+(Y-85)*0.3+(60+T*8)*exp(-abs(X-120)/(14+(Y-85)*0.5))*(0.6+0.4*sin(Y*1.1+T*5+X*0.25))),0,255)'
     :g='clip(if(lt(Y,85),38+T*12+Y*(0.25+T*0.05)+150*exp(-max(0,hypot(X-120,Y-(100-T*7))-11)/(4+T*0.6)),46+T*9+(60+T*6)*exp(-abs(X-120)/(11+(Y-85)*0.4))*(0.6+0.4*sin(Y*1.1+T*5+X*0.25))),0,255)'
     :b='clip(if(lt(Y,85),88+T*11-Y*0.35+60*exp(-max(0,hypot(X-120,Y-(100-T*7))-11)/3),86+T*10-(Y-85)*0.5+8*sin(Y*0.9+T*3+X*0.1)),0,255)',
  scale=640:360:flags=bicubic,
  drawbox=x=60:y=190:w=9:h=38:c=0x1b1f2b:t=fill,drawbox=x=30:y=222:w=120:h=12:c=0x1b1f2b:t=fill,
  drawbox=x=500:y=170:w=6:h=58:c=0x1b1f2b:t=fill,drawbox=x=470:y=220:w=90:h=14:c=0x1b1f2b:t=fill,
  $(text '06\:1%{eif\:t\:d} harbour' 20 16 16)[v];
  $(sound "$(pluck 220 0.4 2.5 'mod(k*2,7)+floor(k/7)')+$(chord 110 164.81 220)*0.6" 8)" "${x264[@]}"

# 3. 30 fps: a dive into the Mandelbrot set.
clip fractal_dive.mp4 8 "
  mandelbrot=s=480x270:r=30:start_scale=2.4:end_scale=0.012:end_pts=240:maxiter=500:start_x=-0.743643:start_y=-0.131825:inner=black,
  format=gbrp,hue=h=40*t:s=1.2,scale=640:360:flags=bicubic,format=yuv420p,$(counter)[v];
  $(sound "$(chord 130.81 196 246.94)+0.10*sin(2*PI*(200*t+25*t*t))" 8)" "${x264[@]}"

# 4. Portrait, 30 fps: a bouncing ball, with the floor's thump on every bounce.
clip court_bounce.mp4 6 "
  gradients=s=360x640:r=30:c0=0x26324a:c1=0x43618f:nb_colors=2:x0=0:y0=0:x1=0:y1=639:speed=0.00001,
  drawbox=x=0:y=560:w=360:h=80:c=0xb5793f:t=fill,drawgrid=y=560:w=60:h=800:t=2:c=0x8d5a2b@0.5,
  drawbox=x=250:y=120:w=90:h=6:c=0xe85d3a:t=fill,drawbox=x=330:y=60:w=8:h=150:c=0xeeeeee:t=fill[bg];
  $(disc 84 240 130 50 30)[ball];
  [bg][ball]overlay=shortest=1:x='138+110*sin(t*1.3)':y='500-360*abs(sin(PI*t/0.75))',
  $(text 'bounces\: %{eif\:trunc(t/0.75)\:d}' 30 20 24)[v];
  $(sound "0.75*sin(2*PI*70*mod(t,0.75))*exp(-14*mod(t,0.75))*gt(t,0.7)+0.12*(random(0)*2-1)*exp(-60*mod(t,0.75))*gt(t,0.7)" 6)" "${x264[@]}"

# 5. Variable frame rate: frames are left out unevenly, as a busy phone does; the clock shows the true time.
clip tram_vfr.mp4 8 "
  color=c=0x8fc1e3:s=640x360:r=30,drawbox=x=0:y=240:w=640:h=120:c=0x4a4e57:t=fill,drawbox=x=0:y=262:w=640:h=4:c=0xc9ccd3:t=fill,drawbox=x=0:y=300:w=640:h=4:c=0xc9ccd3:t=fill[bg];
  $(box 0x5b6b7a 90x150 30)[h1];$(box 0x7d6b5d 120x110 30)[h2];$(box 0x4f6d5a 70x180 30)[h3];
  $(box 0xd62839 300x90 30),drawbox=x=14:y=14:w=56:h=34:c=0xe9f5ff:t=fill,drawbox=x=84:y=14:w=56:h=34:c=0xe9f5ff:t=fill,drawbox=x=154:y=14:w=56:h=34:c=0xe9f5ff:t=fill,drawbox=x=224:y=14:w=62:h=34:c=0xe9f5ff:t=fill,drawbox=x=0:y=62:w=300:h=6:c=white:t=fill[tram];
  [bg][h1]overlay=x='mod(700-60*t,820)-130':y=90[b1];[b1][h2]overlay=x='mod(350-60*t+820,820)-130':y=130[b2];[b2][h3]overlay=x='mod(120-60*t+820,820)-130':y=60[b3];
  [b3][tram]overlay=x='-320+130*t':y=192,
  $(text '%{pts\:hms}' 24 16 16),
  select='if(between(t,1,2.5),eq(mod(n,3),0),if(between(t,4,5.2),gt(mod(n,7),4),if(between(t,6,7),eq(mod(n,2),0),1)))'[v];
  $(sound "0.18*sin(2*PI*90*t)*(0.7+0.3*sin(2*PI*7*t))+0.35*sin(2*PI*1046*t)*exp(-6*mod(t,4))*lt(mod(t,4),1)+0.25*sin(2*PI*1318*t)*exp(-6*mod(t+3.6,4))*lt(mod(t+3.6,4),1)" 8)" \
  -fps_mode vfr "${x264[@]}"

# 6. Rotation metadata: stored lying down, shown standing (see rotate_clip).
rotate_clip() {
  local name=$1 seconds=$2 graph=$3 file="$out/clips/$1"
  if complete "$file"; then echo "kept clips/$name"; return; fi
  part="$out/clips/.part-$name"
  run -filter_complex "$graph" -map '[v]' -map '[a]' -t "$seconds" -map_metadata -1 -fflags +bitexact "${x264[@]}" "$work/$name"
  if [[ "$(ffmpeg -hide_banner -h full 2>/dev/null)" == *-display_rotation* ]]; then
    run -display_rotation 90 -i "$work/$name" -c copy -movflags +faststart "$part"
  else
    run -i "$work/$name" -c copy -metadata:s:v:0 rotate=270 -movflags +faststart "$part"
  fi
  mv -f -- "$part" "$file"
  part=""
  echo "made clips/$name"
}
rotate_clip phone_upright.mp4 6 "
  gradients=s=360x640:r=30:c0=0xf6c56b:c1=0xe4717a:c2=0x7a5197:nb_colors=3:x0=0:y0=0:x1=0:y1=639:seed=4:speed=0.01[bg];
  $(disc 60 250 250 235 30)[d1];$(disc 40 150 220 250 30)[d2];
  [bg][d1]overlay=shortest=1:x='150+90*cos(t*2)':y='290+150*sin(t*2)'[m];
  [m][d2]overlay=shortest=1:x='160+130*cos(-t*3)':y='300+60*sin(-t*3)',
  $(text 'THIS WAY UP' 36 '(w-tw)/2' 40),$(counter '(w-tw)/2' 'h-60'),transpose=cclock[v];
  $(sound "$(pluck 329.63 0.25 5 'mod(k*3,8)')" 6)"

# 7. Scenes that change: an evening bulletin of four pieces, each with its own sound.
clip evening_bulletin.mp4 12 "
  gradients=s=640x360:r=25:d=3:c0=0x0d2b55:c1=0x1f5fa8:nb_colors=2:seed=3:speed=0.03,$(text 'EVENING BULLETIN' 44 '(w-tw)/2' '(h-th)/2'),format=yuv420p,setsar=1[s1];
  mandelbrot=s=320x180:r=25:start_scale=0.02:end_scale=0.008:end_pts=80:maxiter=300,scale=640:360,trim=duration=3,drawbox=x=0:y=290:w=640:h=70:c=black@0.55:t=fill,$(text 'Weather\: a front from the west' 26 24 312),format=yuv420p,setsar=1[s2];
  testsrc2=s=640x360:r=25:d=3,hue=s=0.5,drawbox=x=0:y=290:w=640:h=70:c=black@0.55:t=fill,$(text 'Traffic\: line 4 is back' 26 24 312),format=yuv420p,setsar=1[s3];
  life=s=160x90:r=25:mold=20:seed=5:ratio=0.35:life_color=0xffe9a8:death_color=0x9b2f2f:mold_color=0x2a0f2f,scale=640:360:flags=neighbor,trim=duration=3,drawbox=x=0:y=290:w=640:h=70:c=black@0.55:t=fill,$(text 'And finally\: the pigeons of Alder Square' 26 24 312),format=yuv420p,setsar=1[s4];
  [s1][s2][s3][s4]concat=n=4:v=1:a=0[v];
  $(sound "if(lt(t,3),$(pluck 261.63 0.25 4 'mod(k,8)'),if(lt(t,6),0.25*(random(0)*2-1)*(0.5+0.5*sin(2*PI*0.4*t)),if(lt(t,9),$(kick 0.5)+$(hat 0.25),$(pluck 523.25 0.2 7 'mod(k*5,9)'))))" 12)" "${x264[@]}"

# 8. Four silent seconds, then thunder: what a volume control has to cope with.
clip quiet_then_storm.mp4 8 "
  color=c=black:s=320x180:r=25,format=gbrp,
  geq=r='clip(18+Y*0.10+if(gt(T,4),(150*exp(-6*mod(T-4,1.3)))*exp(-abs(X-160-30*sin(Y*0.11)-14*sin(Y*0.37+floor((T-4)/1.3)*2))/4)+55*exp(-5*mod(T-4,1.3)),0),0,255)'
     :g='clip(22+Y*0.12+if(gt(T,4),(160*exp(-6*mod(T-4,1.3)))*exp(-abs(X-160-30*sin(Y*0.11)-14*sin(Y*0.37+floor((T-4)/1.3)*2))/4)+58*exp(-5*mod(T-4,1.3)),0),0,255)'
     :b='clip(44+Y*0.22+if(gt(T,4),(190*exp(-6*mod(T-4,1.3)))*exp(-abs(X-160-30*sin(Y*0.11)-14*sin(Y*0.37+floor((T-4)/1.3)*2))/5)+75*exp(-5*mod(T-4,1.3)),0),0,255)',
  scale=640:360:flags=bicubic,drawbox=x=0:y=300:w=640:h=60:c=0x0a0d12:t=fill,drawbox=x=90:y=262:w=70:h=40:c=0x0a0d12:t=fill,drawbox=x=112:y=276:w=12:h=12:c=0xffd27a:t=fill,$(counter)[v];
  $(sound "if(lt(t,4),0,0.62*(random(0)*2-1)*exp(-2.4*mod(t-4,1.3))+0.3*sin(2*PI*42*t)*exp(-1.5*mod(t-4,1.3)))" 8)" "${x264[@]}"

# 9. 1280x720 at 60 fps: a fast game of paddles.
clip paddle_final_720p60.mp4 6 "
  color=c=0x101628:s=1280x720:r=60,drawbox=x=636:y=0:w=8:h=720:c=white@0.25:t=fill,drawbox=x=20:y=20:w=1240:h=680:c=0x35d0ba:t=4[bg];
  $(disc 44 255 214 90 60)[ball];$(box 0xff5d8f 20x150 60)[l];$(box 0x5da9ff 20x150 60)[r];
  [bg][l]overlay=x=60:y='260+200*sin(t*2.6)':shortest=0[m1];
  [m1][r]overlay=x=1200:y='260+200*sin(t*2.6+1.2)'[m2];
  [m2][ball]overlay=shortest=1:x='82+1072*abs(mod(t*1.25,2)-1)':y='40+590*abs(mod(t*0.9+0.3,2)-1)',
  $(text '%{eif\:trunc(t*0.6)\:d}' 90 420 50 0xff5d8f),$(text '%{eif\:trunc(t*0.4)\:d}' 90 800 50 0x5da9ff),$(counter 40 h-80 30)[v];
  $(sound "0.4*sin(2*PI*if(eq(mod(floor(t/0.8),2),0),660,495)*t)*exp(-18*mod(t,0.8))+$(kick 0.4)*0.5+$(hat 0.2)" 6)" "${x264[@]}" -preset ultrafast -crf 26

# 10. WebM, VP9 and Opus: lanterns that drift up.
lantern() { disc "$1" "$2" "$3" 60 24; }
clip lantern_drift.webm 6 "
  gradients=s=480x270:r=24:c0=0x070b1e:c1=0x2b1b4a:nb_colors=2:x0=0:y0=0:x1=0:y1=269:speed=0.00001[bg];
  $(lantern 34 255 170)[l1];$(lantern 26 255 140)[l2];$(lantern 20 250 190)[l3];$(lantern 30 255 120)[l4];
  [bg][l1]overlay=shortest=1:x='70+14*sin(t)':y='230-34*t'[a1];[a1][l2]overlay=shortest=1:x='180+20*sin(t+1)':y='280-40*t'[a2];
  [a2][l3]overlay=shortest=1:x='290+16*sin(t*0.8+2)':y='190-22*t'[a3];[a3][l4]overlay=shortest=1:x='390+18*sin(t*1.2)':y='260-37*t',gblur=sigma=1[v];
  $(sound "$(pluck 392 0.5 2 'mod(k*4,7)')+$(chord 98 146.83 196)*0.7" 6);
  [a]aresample=48000,asetnsamples=n=960:p=0[a]" \
  -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -row-mt 1 -b:v 400k -pix_fmt yuv420p -c:a libopus -b:a 64k

# 11. Matroska: a colony that lives and dies, H.264 and FLAC.
clip petri_colony.mkv 6 "
  life=s=160x120:r=15:mold=12:seed=42:ratio=0.28:life_color=0xb8ffd0:death_color=0x1f7a5a:mold_color=0x06261f,
  scale=640:480:flags=neighbor,vignette=PI/5,format=yuv420p,$(counter)[v];
  $(sound "0.2*sin(2*PI*(300+240*sin(2*PI*0.35*t)+60*sin(2*PI*3.1*t))*0.05*t)+0.25*sin(2*PI*180*mod(t,0.33))*exp(-22*mod(t,0.33))" 6)" \
  -c:v libx264 -preset veryfast -crf 24 -c:a flac -ac 1

# 12. Portrait: a loom, woven by an elementary cellular automaton.
clip loom_weave.mp4 6 "
  cellauto=s=90x160:r=25:rule=150:pattern='@':scroll=1:start_full=1,
  format=gbrp,geq=r='if(gt(r(X,Y),127),216-30*sin(X/14),42)':g='if(gt(r(X,Y),127),120+60*sin(Y/20+N/20),26)':b='if(gt(r(X,Y),127),70,58+20*sin(Y/12))',
  scale=360:640:flags=neighbor,drawgrid=w=4:h=4:t=1:c=black@0.18,format=yuv420p[v];
  $(sound "$(kick 0.6)*0.8+0.22*(random(0)*2-1)*exp(-25*mod(t+0.3,0.6))+$(pluck 174.61 0.3 6 'mod(k*2,5)')*0.6" 6)" "${x264[@]}"

# 13. A piano's rising and falling scale, seen as a spectrum.
clip scale_spectrum.mp4 8 "
  aevalsrc=exprs='$(pluck 130.81 0.25 3 '8-abs(mod(k,16)-8)')+0.5*($(pluck 261.63 0.25 4 '8-abs(mod(k,16)-8)'))':s=44100:d=8,asplit[a][b];
  [b]showcqt=s=640x360:r=30:axis=0:sono_h=200:bar_g=4,format=gbrp,lutrgb=r='18+val*0.90':g='14+val*val/300':b='52+120*sin(val*PI/255)',format=yuv420p,$(text 'C major, up and down' 22 16 14)[v]" "${x264[@]}"

# 14. Street drums: the waveform dances over colours.
clip street_drums.mp4 6 "
  gradients=s=640x360:r=30:c0=0x2d0b4f:c1=0xc2185b:c2=0xff8f00:nb_colors=3:seed=21:speed=0.05[bg];
  aevalsrc=exprs='$(kick 0.5)+$(hat 0.25)+0.35*(random(1)*2-1)*exp(-16*mod(t+0.5,1))*gt(t,0.5)':s=44100:d=6,asplit[a][b];
  [b]showwaves=s=640x240:r=30:mode=cline:colors=white:scale=sqrt,format=rgba,colorchannelmixer=aa=0.85[w];
  [bg][w]overlay=0:60:shortest=1,vignette=PI/5,format=yuv420p,$(text '120 bpm' 26 'w-tw-18' 16)[v]" "${x264[@]}"

# 15. Portrait: a soup under a timer; steam rises.
clip soup_timer.mp4 7 "
  color=c=black:s=120x214:r=25,format=gbrp,
  geq=r='clip(if(lt(hypot((X-60)/50,(Y-150)/26),1),if(lt(hypot((X-60)/43,(Y-146)/18),1),214+20*sin(X*0.25+T*2)*sin(Y*0.3-T),238),if(between(Y,150,190)*lt(abs(X-60),50-(Y-150)*0.7),205-(Y-150),92+Y*0.2))+70*gt(140,Y)*exp(-abs(X-60-12*sin(Y*0.06+T*2.4))/9)*exp(-(140-Y)/60),0,255)'
     :g='clip(if(lt(hypot((X-60)/50,(Y-150)/26),1),if(lt(hypot((X-60)/43,(Y-146)/18),1),128+24*sin(X*0.25+T*2)*sin(Y*0.3-T),234),if(between(Y,150,190)*lt(abs(X-60),50-(Y-150)*0.7),200-(Y-150),44+Y*0.12))+70*gt(140,Y)*exp(-abs(X-60-12*sin(Y*0.06+T*2.4))/9)*exp(-(140-Y)/60),0,255)'
     :b='clip(if(lt(hypot((X-60)/50,(Y-150)/26),1),if(lt(hypot((X-60)/43,(Y-146)/18),1),46,226),if(between(Y,150,190)*lt(abs(X-60),50-(Y-150)*0.7),196-(Y-150),40+Y*0.05))+70*gt(140,Y)*exp(-abs(X-60-12*sin(Y*0.06+T*2.4))/9)*exp(-(140-Y)/60),0,255)',
  scale=360:640:flags=bicubic,$(text '%{eif\:7-t\:d\:1} min left' 40 '(w-tw)/2' 50 0xffe9c7)[v];
  $(sound "0.09*(random(0)*2-1)*(0.6+0.4*sin(2*PI*5*t))+0.3*sin(2*PI*(420+180*mod(t,0.21))*t)*exp(-40*mod(t,0.21))*0.4+0.5*sin(2*PI*1568*t)*exp(-8*mod(t,0.3))*gt(t,6)" 7)" "${x264[@]}"

# 16. Portrait: spotlights over a motor show's stage, 30 fps.
clip motor_show_lights.mp4 6 "
  color=c=black:s=120x214:r=30,format=gbrp,
  geq=r='clip(14+190*exp(-abs(X-60-52*sin(T*1.7)-(170-Y)*0.5*sin(T*1.1))/(4+Y*0.05))*lt(Y,172)+90*exp(-hypot((X-60-52*sin(T*1.7))/30,(Y-176)/7)),0,255)'
     :g='clip(12+150*exp(-abs(X-60+46*sin(T*1.3)-(170-Y)*0.4*cos(T*1.4))/(4+Y*0.05))*lt(Y,172)+80*exp(-hypot((X-60-52*sin(T*1.7))/30,(Y-176)/7)),0,255)'
     :b='clip(26+210*exp(-abs(X-60-40*cos(T*1.1)+(170-Y)*0.45*sin(T*1.6))/(4+Y*0.05))*lt(Y,172)+90*exp(-hypot((X-60+46*sin(T*1.3))/30,(Y-176)/7)),0,255)',
  scale=360:640:flags=bicubic,drawbox=x=0:y=520:w=360:h=120:c=0x15161d:t=fill,drawbox=x=60:y=470:w=240:h=40:c=0x0b0b10:t=fill,drawbox=x=105:y=436:w=140:h=36:c=0x0b0b10:t=fill,drawbox=x=64:y=478:w=20:h=8:c=0xfff3c4:t=fill,drawbox=x=276:y=478:w=20:h=8:c=0xff3b3b:t=fill,
  $(text 'STAGE 2' 44 '(w-tw)/2' 560 0xe7d7ff)[v];
  $(sound "$(kick 0.46)+$(hat 0.23)+0.8*($(chord 220 277.18 329.63))*(0.4+0.6*mod(t,0.46))" 6)" "${x264[@]}"

# 17. Square, 25 fps: a rain radar sweeps; a beep for each turn.
clip rain_radar.mp4 8 "
  color=c=black:s=180x180:r=25,format=gbrp,
  geq=r='lt(hypot(X-90,Y-90),86)*(8+110*exp(-hypot(X-128+T*3,Y-60)/9)+40*exp(-hypot(X-60+T*2,Y-118)/13))'
     :g='lt(hypot(X-90,Y-90),86)*clip(26+150*exp(-2.6*mod(T*PI-atan2(Y-90,X-90)+4*PI,2*PI))+60*lt(mod(hypot(X-90,Y-90),28),1)+90*exp(-hypot(X-128+T*3,Y-60)/12)+80*exp(-hypot(X-60+T*2,Y-118)/17),0,255)'
     :b='lt(hypot(X-90,Y-90),86)*(20+60*exp(-2.6*mod(T*PI-atan2(Y-90,X-90)+4*PI,2*PI))+40*exp(-hypot(X-60+T*2,Y-118)/20))+14',
  scale=480:480:flags=bicubic,$(text 'RAIN RADAR' 22 14 12 0xa8ffd0),$(text '%{pts\:hms}' 18 'w-tw-14' 'h-30' 0xa8ffd0)[v];
  $(sound "0.4*sin(2*PI*1046.5*t)*exp(-9*mod(t,2))+0.05*(random(0)*2-1)" 8)" "${x264[@]}"

# 18. 25 fps: a signal nobody can explain; it changes its mind halfway.
clip field_signal.mp4 10 "
  sierpinski=s=640x360:r=25:type=carpet:seed=9:jump=60,format=gbrp,lutrgb=r='24+val*0.25':g='20+val*0.80':b='48+val*0.70',trim=duration=5,format=yuv420p,setsar=1[s1];
  sierpinski=s=640x360:r=25:type=triangle:seed=2:jump=40,format=gbrp,lutrgb=r='40+val*0.82':g='16+val*0.55':b='44+val*0.15',trim=duration=5,format=yuv420p,setsar=1[s2];
  [s1]setpts=PTS-STARTPTS[t1];[s2]setpts=PTS-STARTPTS[t2];[t1][t2]concat=n=2:v=1:a=0,$(counter)[v];
  $(sound "if(lt(t,5),0.3*sin(2*PI*220*t+6*sin(2*PI*1.5*t)),0.3*sin(2*PI*(160+40*floor(mod(t*4,5)))*t))" 10)" "${x264[@]}"

# 19. 30 fps: a bedside monitor; one beep a beat.
clip ward_monitor.mp4 6 "
  color=c=black:s=640x260:r=30:d=0.03,format=gbrp,
  geq=r='if(lt(mod(X,32)*mod(Y,32),1),16,4)+200*exp(-abs(Y-140+6*sin(X*0.02)+90*exp(-pow((mod(X,160)-80)/5,2))-34*exp(-pow((mod(X,160)-93)/5,2))+16*exp(-pow((mod(X,160)-122)/11,2)))/(2.4+16*exp(-pow((mod(X,160)-83)/8,2))))*0.35'
     :g='if(lt(mod(X,32)*mod(Y,32),1),40,12)+215*exp(-abs(Y-140+6*sin(X*0.0392699)+90*exp(-pow((mod(X,160)-80)/5,2))-34*exp(-pow((mod(X,160)-93)/5,2))+16*exp(-pow((mod(X,160)-122)/11,2)))/(2.4+16*exp(-pow((mod(X,160)-83)/8,2))))'
     :b='if(lt(mod(X,32)*mod(Y,32),1),34,14)+140*exp(-abs(Y-140+6*sin(X*0.0392699)+90*exp(-pow((mod(X,160)-80)/5,2))-34*exp(-pow((mod(X,160)-93)/5,2))+16*exp(-pow((mod(X,160)-122)/11,2)))/(2.4+16*exp(-pow((mod(X,160)-83)/8,2))))*0.6',
  loop=-1:1:0,setpts=N/30/TB,scroll=horizontal=0.008333,pad=640:360:0:100:0x040d10,format=yuv420p,
  $(text 'WARD 6   BED 2' 26 18 30 0x9be7c4),$(text '60' 64 'w-tw-24' 18 0x6bffb0),$(text 'bpm' 20 'w-tw-110' 56 0x6bffb0)[v];
  $(sound "0.5*sin(2*PI*880*t)*lt(mod(t+0.5,1),0.12)*min(1,mod(t+0.5,1)*100)" 6)" "${x264[@]}"

# 20. 25 fps: the bars of a count rise, with a frame counter.
clip council_count.mp4 7 "
  color=c=0xf2efe6:s=640x360:r=25,drawbox=x=50:y=300:w=540:h=3:c=0x333333:t=fill[bg];
  $(box 0x2a6f97 100x240 25)[b1];$(box 0xc8553d 100x240 25)[b2];$(box 0x6a994e 100x240 25)[b3];
  $(box 0xf2efe6 640x60 25)[floor];
  [bg][b1]overlay=x=90:y='300-min(210,34*t)'[m1];[m1][b2]overlay=x=270:y='300-min(168,30*t)'[m2];[m2][b3]overlay=x=450:y='300-min(96,22*t)'[m3];
  [m3][floor]overlay=x=0:y=303,
  $(text 'Council count' 30 40 22 0x333333),$(text 'River List' 20 95 312 0x333333),$(text 'Old Town' 20 275 312 0x333333),$(text 'Greenway' 20 455 312 0x333333),
  $(text 'wards counted\: %{eif\:min(41,t*7)\:d} of 41' 20 'w-tw-30' 24 0x333333)[v];
  $(sound "$(pluck 196 0.5 4 'floor(k/2)')+0.2*(random(0)*2-1)*exp(-60*mod(t,0.5))" 7)" "${x264[@]}"

# ---- pictures -----------------------------------------------------------------------------------------------------

picture river_level.png 640x360 "
  geq=r='if(gt(Y,250-90*exp(-pow((X-400)/110,2))-8*sin(X/23)),38,244-Y*0.04)':g='if(gt(Y,250-90*exp(-pow((X-400)/110,2))-8*sin(X/23)),112+Y*0.1,246-Y*0.03)':b='if(gt(Y,250-90*exp(-pow((X-400)/110,2))-8*sin(X/23)),176+Y*0.1,250)',
  drawgrid=w=80:h=60:t=1:c=black@0.10,drawbox=x=0:y=190:w=640:h=2:c=0xc1121f:t=fill,
  $(text 'Level of the Tarrow at Marlbeck (m)' 22 16 14 0x22333b),$(text 'flood mark 4.2' 16 16 168 0xc1121f)"

picture clinic_waits.png 640x360 "
  geq=r=250:g=248:b=243,drawbox=x=60:y=300:w=540:h=2:c=0x333333:t=fill,
  drawbox=x=90:y=120:w=60:h=180:c=0x457b9d:t=fill,drawbox=x=190:y=150:w=60:h=150:c=0x457b9d:t=fill,drawbox=x=290:y=90:w=60:h=210:c=0xe76f51:t=fill,drawbox=x=390:y=190:w=60:h=110:c=0x457b9d:t=fill,drawbox=x=490:y=220:w=60:h=80:c=0x457b9d:t=fill,
  $(text 'Minutes in the waiting room' 24 60 24 0x333333),$(text 'Mon' 18 100 312 0x333333),$(text 'Tue' 18 202 312 0x333333),$(text 'Wed' 18 298 312 0x333333),$(text 'Thu' 18 400 312 0x333333),$(text 'Fri' 18 504 312 0x333333)"

picture election_shares.png 640x360 "
  geq=r='if(lt(hypot(X-200,Y-190),130)*gt(hypot(X-200,Y-190),60),if(lt(atan2(Y-190,X-200),-0.6),42,if(lt(atan2(Y-190,X-200),1.5),200,106)),246)':g='if(lt(hypot(X-200,Y-190),130)*gt(hypot(X-200,Y-190),60),if(lt(atan2(Y-190,X-200),-0.6),111,if(lt(atan2(Y-190,X-200),1.5),85,153)),243)':b='if(lt(hypot(X-200,Y-190),130)*gt(hypot(X-200,Y-190),60),if(lt(atan2(Y-190,X-200),-0.6),151,if(lt(atan2(Y-190,X-200),1.5),61,78)),236)',
  drawbox=x=400:y=110:w=24:h=24:c=0x2a6f97:t=fill,drawbox=x=400:y=170:w=24:h=24:c=0xc8553d:t=fill,drawbox=x=400:y=230:w=24:h=24:c=0x6a994e:t=fill,
  $(text 'Seats in the new council' 24 20 16 0x333333),$(text 'River List  17' 20 440 112 0x333333),$(text 'Old Town  14' 20 440 172 0x333333),$(text 'Greenway  10' 20 440 232 0x333333)"

picture festival_poster.jpg 480x640 "
  geq=r='150+90*sin(X/70+Y/90)':g='50+45*sin(X/50-Y/120+1)':b='110+80*sin(Y/75)',
  drawbox=x=30:y=30:w=420:h=580:c=white@0.8:t=4,
  $(text 'LANTERN' 72 '(w-tw)/2' 150),$(text 'FESTIVAL' 72 '(w-tw)/2' 235),$(text 'three nights by the canal' 24 '(w-tw)/2' 350),$(text '14 - 16 MAY' 40 '(w-tw)/2' 500 0xffe08a)"

picture noodle_bowl.jpg 640x480 "
  geq=r='if(lt(hypot((X-320)/250,(Y-250)/150),1),if(lt(hypot((X-320)/215,(Y-240)/112),1),212+28*sin(X/9+6*sin(Y/31))*sin(Y/14),min(248,240-(Y-250)*0.15)),104+40*sin(X/90)*sin(Y/15))':g='if(lt(hypot((X-320)/250,(Y-250)/150),1),if(lt(hypot((X-320)/215,(Y-240)/112),1),150+40*sin(X/9+6*sin(Y/31))*sin(Y/14),min(246,240-(Y-250)*0.15)),66+26*sin(X/90)*sin(Y/15))':b='if(lt(hypot((X-320)/250,(Y-250)/150),1),if(lt(hypot((X-320)/215,(Y-240)/112),1),66+20*sin(X/9),min(240,236-(Y-250)*0.15)),40)',
  gblur=sigma=0.8,drawbox=x=260:y=205:w=26:h=10:c=0x4c8c3a:t=fill,drawbox=x=330:y=250:w=30:h=10:c=0x4c8c3a:t=fill,drawbox=x=390:y=215:w=22:h=9:c=0x4c8c3a:t=fill,drawbox=x=300:y=280:w=22:h=9:c=0xc0392b:t=fill"

picture lighthouse.jpg 640x400 "
  geq=r='if(gt(Y,300+8*sin(X/40)),30,if(lt(abs(X-440),26-(300-Y)*0.05)*gt(Y,120),if(lt(mod(Y,60),30),214,240),clip(60+Y*0.55+150*exp(-abs(Y-112-(440-X)*0.16)/(6+max(0,440-X)*0.05))*lt(X,440),0,255)))':g='if(gt(Y,300+8*sin(X/40)),50,if(lt(abs(X-440),26-(300-Y)*0.05)*gt(Y,120),if(lt(mod(Y,60),30),60,238),clip(50+Y*0.3+140*exp(-abs(Y-112-(440-X)*0.16)/(6+max(0,440-X)*0.05))*lt(X,440),0,255)))':b='if(gt(Y,300+8*sin(X/40)),84,if(lt(abs(X-440),26-(300-Y)*0.05)*gt(Y,120),if(lt(mod(Y,60),30),56,232),clip(104-Y*0.05+60*exp(-abs(Y-112-(440-X)*0.16)/(6+max(0,440-X)*0.05))*lt(X,440),0,255)))',
  drawbox=x=424:y=98:w=32:h=24:c=0xfff0b3:t=fill,drawbox=x=418:y=90:w=44:h=8:c=0x333333:t=fill,gblur=sigma=0.6"

picture show_stage.jpg 640x400 "
  geq=r='clip(20+Y*0.06+170*exp(-abs(X-200-(Y-0)*0.35)/(10+Y*0.09))*lt(Y,320)+80*exp(-hypot((X-320)/180,(Y-330)/24)),0,255)':g='clip(14+120*exp(-abs(X-440+(Y-0)*0.35)/(10+Y*0.09))*lt(Y,320)+80*exp(-hypot((X-320)/180,(Y-330)/24)),0,255)':b='clip(46+150*exp(-abs(X-320)/(12+Y*0.12))*lt(Y,320)+60*exp(-hypot((X-320)/180,(Y-330)/24)),0,255)',
  drawbox=x=200:y=262:w=240:h=54:c=0x0a0a12:t=fill,drawbox=x=250:y=222:w=140:h=42:c=0x0a0a12:t=fill,drawbox=x=204:y=272:w=30:h=9:c=0xfff3c4:t=fill,drawbox=x=406:y=272:w=30:h=9:c=0xff4444:t=fill,
  $(text 'Halverne Motor Show' 30 '(w-tw)/2' 350)"

picture town_map.png 512x512 "
  geq=r='if(lt(abs(Y-260-60*sin(X/70)),22),140,if(lt(mod(X+20*sin(Y/90),96),10)+lt(mod(Y+16*sin(X/80),84),9),252,if(gt(sin(X/61)*cos(Y/53),0.62),178,232)))':g='if(lt(abs(Y-260-60*sin(X/70)),22),190,if(lt(mod(X+20*sin(Y/90),96),10)+lt(mod(Y+16*sin(X/80),84),9),250,if(gt(sin(X/61)*cos(Y/53),0.62),212,226)))':b='if(lt(abs(Y-260-60*sin(X/70)),22),220,if(lt(mod(X+20*sin(Y/90),96),10)+lt(mod(Y+16*sin(X/80),84),9),240,if(gt(sin(X/61)*cos(Y/53),0.62),160,214)))',
  drawbox=x=300:y=120:w=16:h=16:c=0xc1121f:t=fill,$(text 'you are here' 18 322 118 0xc1121f)"

picture circles_in_wheat.jpg 640x400 "
  geq=r='clip(196+18*sin(X/3+Y/17)+(-62)*(lt(abs(hypot(X-320,(Y-200)*1.5)-150),9)+lt(abs(hypot(X-320,(Y-200)*1.5)-90),7)+lt(hypot(X-320,(Y-200)*1.5),34)),0,255)':g='clip(164+14*sin(X/3+Y/17)+(-52)*(lt(abs(hypot(X-320,(Y-200)*1.5)-150),9)+lt(abs(hypot(X-320,(Y-200)*1.5)-90),7)+lt(hypot(X-320,(Y-200)*1.5),34)),0,255)':b='clip(74+10*sin(X/3+Y/17)+(-20)*(lt(abs(hypot(X-320,(Y-200)*1.5)-150),9)+lt(abs(hypot(X-320,(Y-200)*1.5)-90),7)+lt(hypot(X-320,(Y-200)*1.5),34)),0,255)'"

picture quilt.jpg 480x480 "
  geq=r='150+80*sin(floor(X/60)*2.1+floor(Y/60)*1.3)*if(gt(mod(X,60),mod(Y,60)),1,0.35)':g='130+70*sin(floor(X/60)*1.1+floor(Y/60)*2.7+1)*if(gt(mod(X,60),mod(Y,60)),1,0.35)':b='140+80*sin(floor(X/60)*0.7+floor(Y/60)*1.9+2)*if(gt(mod(X,60),mod(Y,60)),1,0.35)',
  drawgrid=w=60:h=60:t=2:c=white@0.5"

picture sunset_hills.jpg 640x400 "
  geq=r='if(gt(Y,320+26*sin(X/60+1)),34,if(gt(Y,270+34*sin(X/95)),84,if(gt(Y,230+22*sin(X/130+2)),138,clip(110+Y*0.6+120*exp(-max(0,hypot(X-430,Y-180)-34)/14),0,255))))':g='if(gt(Y,320+26*sin(X/60+1)),24,if(gt(Y,270+34*sin(X/95)),46,if(gt(Y,230+22*sin(X/130+2)),74,clip(60+Y*0.3+110*exp(-max(0,hypot(X-430,Y-180)-34)/12),0,255))))':b='if(gt(Y,320+26*sin(X/60+1)),44,if(gt(Y,270+34*sin(X/95)),74,if(gt(Y,230+22*sin(X/130+2)),98,clip(130-Y*0.2+40*exp(-max(0,hypot(X-430,Y-180)-34)/10),0,255))))'"

picture game_board.png 480x480 "
  geq=r='if(lt(hypot(mod(X,60)-30,mod(Y,60)-30),24)*gt(sin(floor(X/60)*12.9898+floor(Y/60)*78.233),0.1),if(gt(sin(floor(X/60)*3.3+floor(Y/60)*5.1),0),236,40),206)':g='if(lt(hypot(mod(X,60)-30,mod(Y,60)-30),24)*gt(sin(floor(X/60)*12.9898+floor(Y/60)*78.233),0.1),if(gt(sin(floor(X/60)*3.3+floor(Y/60)*5.1),0),234,38),164)':b='if(lt(hypot(mod(X,60)-30,mod(Y,60)-30),24)*gt(sin(floor(X/60)*12.9898+floor(Y/60)*78.233),0.1),if(gt(sin(floor(X/60)*3.3+floor(Y/60)*5.1),0),228,42),102)',
  drawgrid=x=30:y=30:w=60:h=60:t=1:c=black@0.35"

picture night_market.jpg 640x400 "
  geq=r='clip(24+Y*0.05+230*exp(-hypot(mod(X,80)-40,Y-120-14*sin(floor(X/80)*2))/9)+120*exp(-hypot(mod(X+40,110)-55,(Y-260)*0.8)/34),0,255)':g='clip(16+150*exp(-hypot(mod(X,80)-40,Y-120-14*sin(floor(X/80)*2))/8)+70*exp(-hypot(mod(X+40,110)-55,(Y-260)*0.8)/34),0,255)':b='clip(44-Y*0.03+60*exp(-hypot(mod(X,80)-40,Y-120-14*sin(floor(X/80)*2))/7)+50*exp(-hypot(mod(X+40,110)-55,(Y-260)*0.8)/30),0,255)',
  drawbox=x=0:y=320:w=640:h=80:c=0x120d14:t=fill"

picture moss_pattern.jpg 480x360 "
  geq=r='70+50*sin(X/17+5*sin(Y/29))*sin(Y/13+3*sin(X/37))':g='128+60*sin(X/17+5*sin(Y/29))*sin(Y/13+3*sin(X/37))':b='62+30*sin(X/21)*sin(Y/19)'"

echo "done: $(find "$out/clips" -type f ! -name '.*' | wc -l | tr -d ' ') clips, $(find "$out/images" -type f ! -name '.*' | wc -l | tr -d ' ') pictures in $out"
