<?php
/**
 * A stand-in of the host's include contract, written from its described behaviour: a session, one
 * person, permissions and a few rows, all from environment variables and the session's cookie.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

session_name( 'RosarioSIS' );
session_start();

if ( ! empty( $_GET['sign_in'] ) )
{
	$_SESSION['who'] = (string) $_GET['sign_in'];
	$_SESSION['token'] = 'host-token';
	$_SESSION['locale'] = 'ja_JP.utf8';
}

if ( empty( $_SESSION['who'] ) )
{
	echo '<script>window.location.href = "index.php?modfunc=logout";</script>';
	exit;
}

function User( $item )
{
	$people = [
		'admin' => [ 'USERNAME' => 'kocho', 'PROFILE' => 'admin', 'SCHOOLS' => ',1,', 'STAFF_ID' => '23' ],
		'teacher' => [ 'USERNAME' => 't-2', 'PROFILE' => 'teacher', 'SCHOOLS' => ',1,', 'STAFF_ID' => '22' ],
		'parent' => [ 'USERNAME' => 'oya', 'PROFILE' => 'parent', 'SCHOOLS' => '', 'STAFF_ID' => '31' ],
	];

	return $people[ $_SESSION['who'] ][ $item ];
}

function UserSchool()
{
	return '1';
}

function UserSyear()
{
	return '2026';
}

function UserStudentID()
{
	return isset( $_GET['student_id'] ) ? $_GET['student_id'] : null;
}

function AllowUse( $modname = false )
{
	return $_SESSION['who'] !== 'parent';
}

function AllowEdit( $modname = false )
{
	return $_SESSION['who'] === 'admin';
}

function DBEscapeString( $text )
{
	return str_replace( "'", "''", $text );
}

function DBQuery( $sql )
{
	file_put_contents( getenv( 'STANDIN_SQL' ), $sql . "\n", FILE_APPEND );
}

function DBGetOne( $sql )
{
	if ( strpos( $sql, 'TSUNAGI_URL' ) )
	{
		return getenv( 'STANDIN_URL' );
	}

	if ( strpos( $sql, 'TSUNAGI_SECRET' ) )
	{
		return getenv( 'STANDIN_SECRET' );
	}

	if ( strpos( $sql, 'TSUNAGI_TABS' ) )
	{
		return '{"7":"sheet-a"}';
	}

	if ( strpos( $sql, 'RETURNING ID' ) )
	{
		DBQuery( $sql );

		return '8';
	}

	// Student 101 is at the school and in the teacher's class, 102 at the school only.
	if ( strpos( $sql, "STUDENT_ID='101'" ) || ( strpos( $sql, "STUDENT_ID='102'" ) && strpos( $sql, 'student_enrollment' ) ) )
	{
		return '1';
	}

	return '';
}

function URLEscape( $text )
{
	return htmlspecialchars( $text );
}

function DrawHeader( $left )
{
	echo '<h2>' . $left . '</h2>';
}
