<?php
/**
 * A page of the extension, or a tab of a student that a link of ours leads to.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

require_once 'modules/Tsunagi/functions.php';

list( $tsunagi_path, $tsunagi_query ) = TsunagiTarget( $_SERVER['QUERY_STRING'] );
$tsunagi_student = TsunagiStudentOf( $tsunagi_path );

if ( preg_match( '#^/pages/[a-z0-9-]+$#D', $tsunagi_path ) )
{
	// The menu lists the pages a profile may use; others are reached from these.
	$tsunagi_allowed = ! DBGetOne( "SELECT 1 FROM profile_exceptions
		WHERE MODNAME='" . DBEscapeString( 'Tsunagi/Page.php&path=' . $tsunagi_path ) . "'" )
		|| AllowUse( 'Tsunagi/Page.php&path=' . $tsunagi_path );
}
elseif ( preg_match( '#^/students/[0-9]+/[a-z0-9-]+$#D', $tsunagi_path ) )
{
	$tsunagi_category = array_search( substr( strrchr( $tsunagi_path, '/' ), 1 ), TsunagiTabs(), true );
	$tsunagi_allowed = TsunagiMaySee( $tsunagi_student ) && $tsunagi_category
		&& AllowUse( 'Students/Student.php&category_id=' . $tsunagi_category );
}
elseif ( preg_match( '#^/students/[0-9]+$#D', $tsunagi_path ) && TsunagiMaySee( $tsunagi_student ) )
{
	$tsunagi_allowed = false;

	echo '<p><a href="' . URLEscape( 'Modules.php?modname=Students/Student.php&student_id=' . (int) $tsunagi_student ) . '">' .
		_( 'Student Info' ) . '</a></p>';
}
else
{
	$tsunagi_allowed = false;
}

DrawHeader( htmlspecialchars( TsunagiPageTitle( $tsunagi_path ) ) );

if ( $tsunagi_allowed )
{
	echo TsunagiFragment( $tsunagi_path, $tsunagi_query, $tsunagi_student );
}
elseif ( ! preg_match( '#^/students/[0-9]+$#D', $tsunagi_path ) )
{
	echo '<p class="tsunagi-message">' . htmlspecialchars( TsunagiText( 'nothing' ) ) . '</p>';
}
