<?php
/**
 * Words of this module, in Japanese and English.
 *
 * The host reads texts with gettext, for which the language must be installed on the machine; these
 * few are shown right on every machine.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

function TsunagiTexts()
{
	return [
		'name' => [ 'つなぎ', 'Tsunagi' ],
		'start' => [ 'つなぎのはじめ', 'Tsunagi start' ],
		'settings' => [ 'つなぎの設定', 'Tsunagi settings' ],
		'down' => [ 'つなぎに今つながりません。ほかの画面はそのまま使えます。少し待ってから、もう一度開いてください。続くときは、システム担当者にお知らせください。', 'Tsunagi cannot be reached right now. Everything else works. Please try again in a moment; if it goes on, tell your system administrator.' ],
		'refused' => [ 'つなぎと合言葉または時計が合いません。システム担当者にお知らせください。', 'Tsunagi did not accept this request: the shared secret or the clocks differ. Please tell your system administrator.' ],
		'nothing' => [ '表示できるものがありません。', 'There is nothing to show here.' ],
		'student' => [ '児童生徒の画面を開く', 'Open the student’s record' ],
		'first' => [ '先に児童生徒を選んでください。', 'Please choose a student first.' ],
		'url' => [ 'つなぎの場所（このサーバーの中）', 'Address of the service (on this machine)' ],
		'urlWrong' => [ '場所は http://127.0.0.1:8085 のように、このサーバーの中の番地で書いてください。', 'The address must be on this machine, like http://127.0.0.1:8085.' ],
		'secret' => [ '合言葉（/etc/tsunagi/secret に書きます）', 'Shared secret (goes to /etc/tsunagi/secret)' ],
		'save' => [ '保存する', 'Save' ],
		'saved' => [ '保存しました。', 'Saved.' ],
		'newSecret' => [ '合言葉を作り直す', 'Make a new secret' ],
		'newSecretDone' => [ '新しい合言葉を作りました。つなぎのファイルの1行目に新しいもの、2行目に前のものを書いてください。', 'A new secret was made. Put it in the first line of the service’s file and the one before in the second.' ],
		'sync' => [ 'タブと画面を取り込む', 'Take in tabs and pages' ],
		'synced' => [ '取り込みました。', 'Taken in.' ],
		'codes' => [ '出欠の記号をこの学校と年度に入れる', 'Put the attendance codes into this school and year' ],
		'codesDone' => [ '記号を入れました。新しく入れた数：', 'Codes were put in. New ones: ' ],
		'state' => [ 'つながり', 'Connection' ],
		'up' => [ 'つながっています', 'Connected' ],
	];
}

function TsunagiText( $key )
{
	$texts = TsunagiTexts();
	$ja = isset( $_SESSION['locale'] ) && strpos( $_SESSION['locale'], 'ja' ) === 0;

	return $texts[ $key ][ $ja ? 0 : 1 ];
}
